package dev.candor.telemetry.processor;

import java.time.LocalDate;
import java.util.List;

/**
 * One event record, checked.
 *
 * @param type the record as generated code names it
 * @param simpleName its last name
 * @param vendorNames what vendors call it and its attributes
 * @param withErrors whether it also goes with the errors of its session
 */
record EventModel(
    String type,
    String simpleName,
    String name,
    String purpose,
    String owner,
    LocalDate expires,
    String brief,
    String why,
    boolean withErrors,
    List<AttributeModel> attributes,
    List<VendorNameModel> vendorNames) {}
