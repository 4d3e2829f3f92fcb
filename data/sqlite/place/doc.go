// Package place says where a file lies: on this computer's disk, on a share, on a stick, or in a folder that a program copies to and fro
// between computers. Those last destroy databases. They copy a file while it is being written to, keep no lock, and make two files of
// one that was saved twice; so an office that lies there is not written to.
//
// The rules are plain functions of what a computer tells about itself; only the read_*.go files ask the computer, so that the rules of
// all three systems are tested on any of them. Nothing here writes, and nothing waits for a server that does not answer: what a path,
// the environment, the registry and the table of mounts say is weighed first, and what has to be looked up on a disk may take three
// seconds (see Examine).
//
// A folder is synchronised if one of these says so. A sign that an ordinary folder can have is none; see the last paragraph.
//
//   - Windows, every service that uses the Cloud Files API (OneDrive, Dropbox, iCloud, Nextcloud, ownCloud, Synology and others):
//     HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager\*\UserSyncRoots, where it registers its folder with the
//     Explorer, and CfGetSyncRootInfoByPath of cldapi.dll, which asks the file system's filter. The reparse tags
//     IO_REPARSE_TAG_CLOUD_* and FILE_ATTRIBUTE_RECALL_ON_* are of files whose contents are elsewhere (winnt.h).
//   - OneDrive and the SharePoint libraries that it synchronises. Windows: its environment variables; its accounts in
//     HKCU\Software\Microsoft\OneDrive\Accounts; HKCU\Software\SyncEngines\Providers\OneDrive, which has a library's address too.
//     Linux: sync_dir in the settings of abraunegg's client.
//   - SharePoint opened as if it were a share (\\server@SSL\DavWWWRoot): the paths of Windows' WebDAV redirector.
//   - Dropbox: info.json, which Dropbox documents for finding its folders; .dropbox and .dropbox.cache in them.
//   - Google Drive for desktop: PerAccountPreferences in HKCU\Software\Google\DriveFS, the label of its drive, and
//     .tmp.drivedownload and .tmp.driveupload in the folders that it mirrors.
//   - macOS: ~/Library/CloudStorage, where file providers have to keep their folders since macOS 12.3, each named service-account;
//     ~/Library/Mobile Documents, which is iCloud Drive; com.apple.file-provider-domain-id and (before macOS 14)
//     com.apple.icloud.desktop, extended attributes of a file provider's folders, Desktop and Documents among them when iCloud has them.
//   - Nextcloud and ownCloud: localPath in the settings of their clients; .sync_*.db and ._sync_*.db, their journals, and their logs.
//   - Synology Drive, Syncthing, Resilio Sync: .SynologyWorkingDirectory, .stfolder, .sync with an ID in it.
//   - Egnyte: the server EgnyteDrive, which its client makes up. Box, pCloud: their folder or drive together with the client's own.
//   - Windows and macOS: a folder directly in a person's own that is called Dropbox, Google Drive, iCloudDrive or OneDrive, or by these with
//     an account's name as the service writes it. It may be a colleague's, whose registry and settings cannot be read.
//   - Linux: /proc/self/mountinfo, for rclone, onedriver, google-drive-ocamlfuse, pCloud, davfs and GVfs.
//
// Not a sign: FILE_ATTRIBUTE_PINNED and FILE_ATTRIBUTE_UNPINNED, and a file's own extended attributes. A copy takes them along, so that
// an office which had been moved to where it should be would be refused for ever. Nor is the directory ~/.dropbox, which is where
// Dropbox keeps its settings on Linux and macOS.
package place
