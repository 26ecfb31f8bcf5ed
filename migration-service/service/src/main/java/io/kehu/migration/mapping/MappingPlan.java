package io.kehu.migration.mapping;

import java.util.List;

import io.kehu.platform.problem.FieldError;

/**
 * A mapping that was compared with the schema of its source.
 *
 * @param entities the entities in the order in which they depend on each other, as far as
 * they are valid
 * @param errors what is wrong with the mapping, with pointers into it
 * @param unmapped columns, as {@code table.column}, and whole tables with rows, that
 * nothing maps or ignores
 */
public record MappingPlan(List<EntityPlan> entities, List<FieldError> errors, List<String> unmapped) {
}
