package dev.candor.telemetry.processor;

import java.time.LocalDate;
import java.util.List;

/**
 * One event record, checked.
 *
 * @param type the record as generated code names it
 * @param simpleName its last name
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
    List<AttributeModel> attributes) {}
