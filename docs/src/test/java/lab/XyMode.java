package lab;

enum XyMode {
  CURRENT_POSITION,
  SELECT_WELLS
}
