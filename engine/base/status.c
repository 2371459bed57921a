#include <crible/status.h>

int crible_status_exit(crible_status status) {
  switch (status) {
  case CRIBLE_OK: return 0;
  case CRIBLE_E_USAGE: return 64;
  case CRIBLE_E_DATA: return 65;
  case CRIBLE_E_NO_INPUT: return 66;
  case CRIBLE_E_UNAVAILABLE: return 69;
  case CRIBLE_E_IO: return 74;
  case CRIBLE_E_MEMORY:
  case CRIBLE_E_INTERNAL: break;
  }
  return 70;
}
