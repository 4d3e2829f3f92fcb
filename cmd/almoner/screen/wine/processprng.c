/* Wine 8 has no bcryptprimitives.dll, from which Go's programs take their random numbers. For tests under wine only. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length); /* what advapi32 calls RtlGenRandom */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
	const SIZE_T most = 1 << 16;
	for (SIZE_T done = 0; done < length;) {
		SIZE_T some = length - done < most ? length - done : most;
		if (!SystemFunction036(buffer + done, (ULONG)some))
			return FALSE;
		done += some;
	}
	return TRUE;
}
