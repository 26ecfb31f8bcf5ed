package io.kehu.migration.mapping;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a row becomes.
 *
 * @param document the record without its references
 * @param references the references that the record is to have
 * @param problems why the row is rejected; empty if it is not
 * @param omitted invalid values that the record does without
 */
public record MappedRow(ObjectNode document, List<RowReference> references, List<RowProblem> problems,
		List<RowProblem> omitted) {
}
