// Package presence knows who has an office open, in which record, and whether locks are honoured where its file lies.
//
// Beside Office.almoner stands the folder Office.almoner.users, with two files for every program that is running:
//
//   - <client>.lock, which is empty and locked for as long as the program runs. Whoever cannot have that lock knows that the other is
//     there, because the server, not a clock, says so: it ends with its holder, and a laptop that sleeps still has it.
//   - <client>.json, its card: whose it is, in which record he is, and a nonce, which is random and new each time the card is written.
//
// and one file for all, the bell: whoever has something to tell writes random bytes into it. Everybody reads it every few seconds, which
// costs a server at most one small request; only a bell that has changed makes anybody list the folder and read the cards.
//
// # The proof
//
// On some mounts each computer grants every lock to itself (nobrl on Linux), and an office file would be destroyed there. One computer
// alone cannot notice. So a peer whose lock can be had is a suspect: either his program has ended, or locks mean nothing here. The bell
// is rung, at which everybody who is alive renews his nonce a few times, and the suspect's card is watched. If its nonce keeps changing
// while its lock can be had, then the locks are [Broken]; if it rests, the peer is gone, and his files are taken away. Two Linux clients
// of a Samba server with nobrl know within 7 s of the second one's joining, also with 30 ms to the server; and without nobrl three
// clients that have nothing to tell send the server no request at all between two of the listings that are made once a minute.
//
// Nobody who honours locks may ever look like that, in whatever order people come, go, crash and sleep. Hence:
//
//   - a joiner locks first and then writes his card; a leaver removes the card, then gives the lock up, then removes the lock's file;
//   - before a card is written, its owner looks whether his own lock still holds (a server forgets the locks of a laptop that was away
//     for long): if not he joins anew;
//   - one change proves nothing (a killed program's last write may reach the server after its lock has ended): it takes two, the lock
//     to be had after each, by a run of the program that was there before its lock could be had;
//   - time is counted in looks at the card, not by the clock, so that a prover who slept does not judge by what he has not seen.
package presence
