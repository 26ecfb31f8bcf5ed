package io.kehu.migration.mapping;

import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.move.database.SourceText;
import tools.jackson.databind.JsonNode;

/**
 * Makes records of rows.
 */
public final class RowMapper {

	private final List<MappedField> fields;

	private final List<String> required;

	RowMapper(List<MappedField> fields, List<String> required) {
		this.fields = List.copyOf(fields);
		this.required = List.copyOf(required);
	}

	/**
	 * Makes a record.
	 * @param row the values of a row
	 * @return the record, with problems if the row is to be rejected
	 */
	public MappedRow map(List<SourceText> row) {
		DocumentTree tree = new DocumentTree();
		MappedRow mapped = new MappedRow(tree.document(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		for (MappedField field : this.fields) {
			try {
				map(field, row, tree, mapped.references());
			}
			catch (InvalidValueException ex) {
				boolean omits = field.mapping().omitsInvalid();
				(omits ? mapped.omitted() : mapped.problems()).add(ex.at(field.columns()));
			}
		}
		MappedRow complete = new MappedRow(tree.document(), mapped.references(), mapped.problems(), mapped.omitted());
		checkRequired(complete);
		return complete;
	}

	private static void map(MappedField field, List<SourceText> row, DocumentTree tree, List<RowReference> references)
			throws InvalidValueException {
		FieldMapping mapping = field.mapping();
		if (mapping.constant() != null) {
			tree.put(mapping.to(), mapping.constant(), true);
			return;
		}
		String entity = mapping.reference();
		if (entity != null) {
			List<String> key = field.texts(row);
			if (key.size() == field.places().size()) {
				references.add(new RowReference(mapping.to(), entity, key(key), field.columns()));
			}
			return;
		}
		JsonNode value = field.value(row);
		if (value != null) {
			tree.put(mapping.to(), value, false);
		}
		else if (mapping.otherwise() != null) {
			tree.put(mapping.to(), mapping.otherwise(), true);
		}
	}

	/** Returns a key as it is part of external ids. */
	public static String key(List<String> values) {
		return String.join("-", values);
	}

	private void checkRequired(MappedRow mapped) {
		for (String pointer : this.required) {
			boolean found = !mapped.document().at(pointer).isMissingNode()
					|| mapped.references().stream().anyMatch((reference) -> reference.pointer().equals(pointer));
			if (!found && mapped.problems().isEmpty()) {
				mapped.problems()
					.add(new RowProblem(columns(pointer), null, "required", "has no value for " + pointer));
			}
		}
	}

	private String columns(String pointer) {
		return this.fields.stream()
			.filter((field) -> field.mapping().to().equals(pointer) && !field.columns().isEmpty())
			.map(MappedField::columns)
			.findFirst()
			.orElse(pointer);
	}

}
