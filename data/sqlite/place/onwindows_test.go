package place

import "testing"

const (
	accountOfWork = accountsKey + `\Business1`
	libraryOfWork = librariesKey + `\0123abcd`
	syncRootOf    = syncRootsKey + `\`
)

// pcOfGwent is a computer of an office with most of what people install.
func pcOfGwent() paper {
	return paper{
		system: onWindows,
		home:   `C:\Users\Siân`,
		env: map[string]string{
			"OneDrive": `C:\Users\Siân\OneDrive - SCHTh # Gwent`, "OneDriveConsumer": `D:\Fy OneDrive`,
			"APPDATA": `C:\Users\Siân\AppData\Roaming`, "LOCALAPPDATA": `C:\Users\Siân\AppData\Local`,
		},
		registry: []setting{
			{accountOfWork, "UserFolder", `E:\Gwaith 100%`},
			{accountOfWork, "LastUpdate", ""},
			{accountOfWork + `\Tenants\SCHTh Gwent`, `E:\Gwaith 100%`, ""},
			{accountOfWork + `\Tenants\SCHTh Gwent`, `C:\Users\Siân\SCHTh Gwent\Grantiau - Dogfennau`, ""},
			{accountOfWork + `\Elsewhere`, `C:\Elsewhere`, ""},
			{libraryOfWork, "MountPoint", `F:\Llyfrgell`},
			{libraryOfWork, "UrlNamespace", "https://gwent.sharepoint.com/sites/grants/Shared Documents/"},
			{libraryOfWork + "5", "MountPoint", `F:\Own`},
			{libraryOfWork + "5", "UrlNamespace", "https://gwent-my.sharepoint.com/personal/sian/Documents/"},
			{libraryOfWork + "6", "MountPoint", `F:\Home`},
			{libraryOfWork + "6", "UrlNamespace", "https://d.docs.live.net/0123abcd"},
			{libraryOfWork + "7", "MountPoint", `E:\Gwaith 100%\Llyfrgell`},
			{libraryOfWork + "7", "UrlNamespace", "https://gwent.sharepoint.com/sites/grants/Shared Documents/"},
			{googleKey, "PerAccountPreferences", `{"per_account_preferences":[{"key":"1","value":{"mount_point_path":"G"}},{"key":"2","value":{"mount_point_path":"C:\\Drive ŵ"}},{"key":"3","value":{"mount_point_path":"C"}}]}`},
			{syncRootOf + `Nextcloud!S-1-5-21-1!x\UserSyncRoots`, "S-1-5-21-1", `C:\Cwmwl`},
			{syncRootOf + `Tresor!S-1-5-21-1!x\UserSyncRoots`, "S-1-5-21-1", `C:\Tresor`},
			{syncRootOf + `Nextcloud!S-1-5-21-1!x`, "IconResource", `C:\Program Files\Nextcloud`},
		},
		mounts: []mount{
			{`C:\`, driveFixed, ""},
			{`D:\`, driveFixed, ""},
			{`E:\`, driveFixed, ""},
			{`F:\`, driveFixed, ""},
			{`H:\`, driveRemovable, ""},
			{`S:\`, driveRemote, `\\gwent-fs1\grants$`},
			{`T:\`, driveRemote, `\\gwent.sharepoint.com@SSL\DavWWWRoot\sites\grants`},
			{`U:\`, driveRemote, ""},
			{`V:\`, driveOfFolder, `\??\C:\Users\Siân\OneDrive - SCHTh # Gwent\Grants`},
			{`W:\`, driveOfFolder, `\??\C:\Grants`},
			{`X:\`, driveOfFolder, `\??\UNC\gwent-fs1\grants$`},
			{`Y:\`, driveOfFolder, `\??\Y:\`},
			{`P:\`, driveFixed, ""},
			{`Q:\`, driveFixed, ""},
			{`Z:\`, driveFixed, ""},
		},
		files: map[string]string{
			`C:\Users\Siân\AppData\Roaming\Dropbox\info.json`:         `{"personal": {"path": "C:\\Users\\Siân\\Blwch", "host": 1}, "business": {"path": "D:\\Dropbox (Gwent)\\Siân", "root_path": "D:\\Dropbox (Gwent)"}}`,
			`C:\Users\Siân\AppData\Local\Dropbox\info.json`:           `{"personal": {"path": "D:\\Blwch arall"}}`,
			`C:\Users\Siân\AppData\Roaming\ownCloud\owncloud.cfg`:     "[Accounts]\n0\\Folders\\1\\localPath=C:/own/\n",
			`C:\Users\Siân\AppData\Local\Box\Box\logs\`:               "",
			`D:\Mirror\.tmp.drivedownload\`:                           "",
			`\\gwent-fs1\grants$\Syncthing\.stfolder\`:                "",
			`\\gwent-fs2\sync\.stfolder\`:                             "",
			`C:\Users\Siân\AppData\Local\Programs\Something\else.txt`: "",
		},
		links: map[string]string{`C:\Cyswllt`: `D:\Fy OneDrive\Grants`, `D:\Fy OneDrive`: `F:\One behind`, `C:\ToServer`: `\\gwent-fs1\grants$`},
		signs: map[string]signs{
			`C:\Placeholder`:             {attributes: attributeDirectory | attributeReparsePoint, tag: 0x9000701a},
			`C:\Registered`:              {attributes: attributeDirectory, provider: "Egnyte Sync"},
			`C:\Registered\Grants`:       {attributes: attributeDirectory, provider: "Egnyte Sync"},
			`C:\Old\one.almoner`:         {attributes: attributeReparsePoint, tag: tagOneDrive},
			`C:\Old\virtual.almoner`:     {attributes: attributeRecallOnDataAccess},
			`C:\Old\opened.almoner`:      {attributes: attributeRecallOnOpen},
			`C:\Moved here\pinned`:       {attributes: 0x80000 | 0x20},
			`C:\Moved here\unpinned`:     {attributes: 0x100000 | 0x20},
			`C:\Junction`:                {attributes: attributeDirectory | attributeReparsePoint, tag: 0xa0000003},
			`C:\No longer a placeholder`: {attributes: attributeDirectory, tag: tagCloud},
			`C:\Half`:                    {attributes: attributeDirectory | attributeReparsePoint, tag: tagCloud},
			`C:\Half\one.almoner`:        {attributes: attributeReparsePoint, tag: tagOneDrive},
			`\\gwent-fs1\grants$\Tiered`: {attributes: attributeDirectory | attributeRecallOnDataAccess},
			`P:\`:                        {label: "pCloud Drive"},
			`Q:\`:                        {label: "Google Drive"},
			`Z:\`:                        {label: "sian@gwent.example - Google D"},
		},
	}
}

func TestOneDriveAndItsLibrariesAreKnownOnWindows(t *testing.T) {
	pcOfGwent().wants(t, []found{
		{`C:\Users\Siân\OneDrive - SCHTh # Gwent\Grantiau\Gwent.almoner`, `sync|OneDrive|C:\Users\Siân\OneDrive - SCHTh # Gwent`},
		{`c:/users/SIÂN/onedrive - schth # gwent/Gwent.almoner`, `sync|OneDrive|c:\users\SIÂN\onedrive - schth # gwent`},
		{`\\?\D:\fy onedrive. \Gwent.almoner`, `sync|OneDrive|D:\Fy OneDrive`},
		{`D:\Fy OneDriveBackup\Gwent.almoner`, "disk"},
		{`D:\Grants\..\Fy OneDrive\Gwent.almoner`, `sync|OneDrive|D:\Fy OneDrive`},
		{`E:\Gwaith 100%\Gwent.almoner`, `sync|OneDrive|E:\Gwaith 100%`},
		{`C:\Users\Siân\SCHTh Gwent\Grantiau - Dogfennau\x\Gwent.almoner`, `sync|SharePoint|C:\Users\Siân\SCHTh Gwent\Grantiau - Dogfennau`},
		{`C:\Users\Siân\SCHTh Gwent\Gwent.almoner`, "disk"},
		{`C:\Elsewhere\Gwent.almoner`, "disk"},
		{`F:\Llyfrgell\Gwent.almoner`, `sync|SharePoint|F:\Llyfrgell`},
		{`E:\Gwaith 100%\Llyfrgell\Gwent.almoner`, `sync|SharePoint|E:\Gwaith 100%\Llyfrgell`},
		{`F:\Home\Gwent.almoner`, `sync|OneDrive|F:\Home`},
		{`F:\Own\Gwent.almoner`, `sync|OneDrive|F:\Own`},
		{`C:\Users\Llŷr\OneDrive - Heddlu Gwent\Gwent.almoner`, `sync|OneDrive|C:\Users\Llŷr\OneDrive - Heddlu Gwent`},
		{`C:\Users\Llŷr\OneDriveBackup\Gwent.almoner`, "disk"},
		{`C:\Grants\OneDrive - notes\Gwent.almoner`, "disk"},
	})
}

func TestTheOtherServicesAreKnownOnWindows(t *testing.T) {
	pcOfGwent().wants(t, []found{
		{`C:\Users\Siân\Blwch\Gwent.almoner`, `sync|Dropbox|C:\Users\Siân\Blwch`},
		{`D:\Dropbox (Gwent)\Team\Gwent.almoner`, `sync|Dropbox|D:\Dropbox (Gwent)`},
		{`D:\Blwch arall\Gwent.almoner`, `sync|Dropbox|D:\Blwch arall`},
		{`D:\Dropbox things\Gwent.almoner`, "disk"},
		{`C:\Users\Siân\Dropbox things\Gwent.almoner`, "disk"},
		{`C:\Grants\Llŷr\Dropbox\Gwent.almoner`, "disk"},
		{`C:\Users\Llŷr\Dropbox (Gwent)\Gwent.almoner`, `sync|Dropbox|C:\Users\Llŷr\Dropbox (Gwent)`},
		{`G:\My Drive\Gwent.almoner`, `sync|Google Drive|G:\`},
		{`C:\Drive ŵ\Gwent.almoner`, `sync|Google Drive|C:\Drive ŵ`},
		{`Q:\Gwent.almoner`, `sync|Google Drive|Q:\`},
		{`P:\Gwent.almoner`, `sync|pCloud|P:\`},
		{`Z:\Gwent.almoner`, `sync|Google Drive|Z:\`},
		{`D:\Mirror\Grants\Gwent.almoner`, `sync|Google Drive|D:\Mirror`},
		{`C:\Users\Siân\iCloudDrive\Gwent.almoner`, `sync|iCloud Drive|C:\Users\Siân\iCloudDrive`},
		{`C:\Users\Siân\iCloudDrive old\Gwent.almoner`, "disk"},
		{`C:\Cwmwl\Gwent.almoner`, `sync|Nextcloud|C:\Cwmwl`},
		{`C:\Tresor\Gwent.almoner`, `sync|Tresor|C:\Tresor`},
		{`C:\Program Files\Nextcloud\Gwent.almoner`, "disk"},
		{`C:\own\Gwent.almoner`, `sync|ownCloud|C:\own`},
		{`C:\Users\Siân\Box\Gwent.almoner`, `sync|Box|C:\Users\Siân\Box`},
		{`C:\Users\Siân\Box Sync\Gwent.almoner`, "disk"}, // which is not installed
		{`C:\Users\Siân\My Drive\Gwent.almoner`, "disk"},
		{`C:\Users\Siân\Documents\Gwent.almoner`, "disk"},
	})
}

func TestSharesAndSticksAreKnownOnWindows(t *testing.T) {
	pcOfGwent().wants(t, []found{
		{`\\gwent-fs1\grants$\Swyddfa # 1\Gwent.almoner`, "share"},
		{`//gwent-fs1/grants$/Gwent.almoner`, "share"},
		{`\\?\UNC\gwent-fs1\grants$\Gwent.almoner`, "share"},
		{`S:\Grants\Gwent.almoner`, "share"},
		{`s:/Gwent.almoner`, "share"},
		{`\\gwent-fs1\grants$\Tiered\Gwent.almoner`, "share"}, // how a server keeps its files is its business
		{`U:\Gwent.almoner`, "share"},                         // whose server's name is not known
		{`X:\Gwent.almoner`, "share"},
		{`C:\ToServer\Gwent.almoner`, "share"},
		{`H:\Gwent.almoner`, "removable"},
		{`C:\Gwent.almoner`, "disk"},
		{`W:\Gwent.almoner`, "disk"},
		{`Y:\Gwent.almoner`, "disk"}, // a drive that stands for itself comes to an end
		{`Gwent.almoner`, "disk"},
		{``, "disk"},
		{`\\`, "disk"},
	})
}

func TestAServersFolderThatIsSynchronisedIsRefusedToo(t *testing.T) {
	pcOfGwent().wants(t, []found{
		{`\\gwent-fs1\grants$\Syncthing\x\Gwent.almoner`, `sync|Syncthing|\\gwent-fs1\grants$\Syncthing`},
		{`\\gwent-fs2\sync\Gwent.almoner`, `sync|Syncthing|\\gwent-fs2\sync`},
		{`S:\Syncthing\Gwent.almoner`, `sync|Syncthing|\\gwent-fs1\grants$\Syncthing`},
	})
}

func TestWebFoldersAreNoShares(t *testing.T) {
	pcOfGwent().wants(t, []found{
		{`\\gwent.sharepoint.com@SSL\DavWWWRoot\sites\grants\Gwent.almoner`, `sync|SharePoint|\\gwent.sharepoint.com@SSL\DavWWWRoot`},
		{`\\intranet\davwwwroot\Gwent.almoner`, `sync|SharePoint|\\intranet\davwwwroot`},
		{`\\intranet@8080\grants\Gwent.almoner`, `sync|SharePoint|\\intranet@8080\grants`},
		{`T:\Gwent.almoner`, `sync|SharePoint|\\gwent.sharepoint.com@SSL\DavWWWRoot`},
		{`\\gwent-my.sharepoint.com@SSL\DavWWWRoot\Gwent.almoner`, `sync|OneDrive|\\gwent-my.sharepoint.com@SSL\DavWWWRoot`},
		{`\\d.docs.live.net@SSL\0123\Gwent.almoner`, `sync|OneDrive|\\d.docs.live.net@SSL\0123`},
		{`\\cwmwl.example@SSL\DavWWWRoot\remote.php\dav\Gwent.almoner`, `sync|Nextcloud|\\cwmwl.example@SSL\DavWWWRoot`},
		{`\\EgnyteDrive\gwent\Shared\Gwent.almoner`, `sync|Egnyte|\\EgnyteDrive\gwent`},
		{`\\server@home\grants\Gwent.almoner`, "share"},
		{`\\server\SSL\Gwent.almoner`, "share"},
	})
}

func TestLinksIntoASynchronisedFolderAreSeenThrough(t *testing.T) {
	pcOfGwent().wants(t, []found{
		{`C:\Cyswllt\Gwent.almoner`, `sync|OneDrive|D:\Fy OneDrive`},
		{`V:\Gwent.almoner`, `sync|OneDrive|C:\Users\Siân\OneDrive - SCHTh # Gwent`},
		{`F:\One behind\Gwent.almoner`, `sync|OneDrive|F:\One behind`}, // where the synchronised folder is a junction itself
	})
}

func TestTheFileSystemOfWindowsSaysWhatIsElsewhere(t *testing.T) {
	pcOfGwent().wants(t, []found{
		{`C:\Placeholder\Grants\Gwent.almoner`, `sync||C:\Placeholder`},
		{`C:\Registered\Grants\Gwent.almoner`, `sync|Egnyte|C:\Registered`},
		{`C:\Registered`, `sync|Egnyte|C:\Registered`},
		{`C:\Half\one.almoner`, `sync|OneDrive|C:\Half`},
		{`C:\Old\one.almoner`, `sync|OneDrive|C:\Old`},
		{`C:\Old\virtual.almoner`, `sync||C:\Old`},
		{`C:\Old\opened.almoner`, `sync||C:\Old`},
		{`C:\Old\other.almoner`, "disk"},
		{`C:\Moved here\pinned`, "disk"},
		{`C:\Moved here\unpinned`, "disk"},
		{`C:\Junction\Gwent.almoner`, "disk"},
		{`C:\No longer a placeholder\Gwent.almoner`, "disk"},
	})
}

func TestAPersonsFolderNeedNotBeAmongTheUsers(t *testing.T) {
	pc := pcOfGwent()
	pc.home = `D:\Profiles\Siân`
	pc.wants(t, []found{
		{`D:\Profiles\Siân\iCloudDrive\Gwent.almoner`, `sync|iCloud Drive|D:\Profiles\Siân\iCloudDrive`},
		{`D:\Profiles\Siân\Grants\iCloudDrive\Gwent.almoner`, "disk"},
	})
}

func TestASettingCannotMakeAWholeDiskASynchronisedFolder(t *testing.T) {
	pc := pcOfGwent()
	pc.env["OneDrive"] = `C:\`
	pc.registry = append(pc.registry, setting{accountOfWork, "UserFolder", "Users"}, setting{googleKey, "PerAccountPreferences", "{"})
	pc.wants(t, []found{{`C:\Users\Siân\Gwent.almoner`, "disk"}})
}
