package lab;

enum XyMode {
  SELECT_WELLS,
  MANUAL
}
