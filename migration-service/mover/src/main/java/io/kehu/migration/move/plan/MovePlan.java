package io.kehu.migration.move.plan;

import java.util.List;
import java.util.UUID;

import io.kehu.migration.move.database.DatabaseKind;

/**
 * What a run does.
 *
 * @param run the id of the run
 * @param from the kind of the source
 * @param to the kind of the target
 * @param tables the tables in the order in which they are loaded, referenced ones first
 * @param notes what the steward should know beforehand: what stays behind, which types
 * change
 */
public record MovePlan(UUID run, DatabaseKind from, DatabaseKind to, List<TablePlan> tables, List<String> notes) {
}
