package io.kehu.migration.mapping;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.kehu.migration.move.database.JoinedQuery.Selected;
import io.kehu.migration.move.database.Schema;
import io.kehu.migration.move.database.Table;
import io.kehu.platform.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a mapping and finds their columns.
 *
 * @param schema the schema of the source
 * @param mapping the mapping
 * @param errors is filled with what is wrong
 */
record FieldPlanner(Schema schema, CrmMapping mapping, List<FieldError> errors) {

	List<MappedField> plan(List<FieldMapping> fields, Resource resource, boolean line, ColumnScope scope,
			String pointer) {
		List<MappedField> planned = new ArrayList<>();
		Set<String> targets = new HashSet<>();
		for (int index = 0; index < fields.size(); index++) {
			FieldMapping field = fields.get(index);
			String place = pointer + "/" + index;
			if (!targets.add(field.to())) {
				error(place + "/to", "conflict", "is filled by another field");
			}
			Optional<Resource.FieldKind> kind = resource.kind(field.to(), line);
			if (kind.isEmpty()) {
				error(place + "/to", "unknown_field", "is no field of %s; known are %s"
					.formatted(line ? "lines" : resource, (line ? Resource.LINE_FIELDS : resource.fields()).keySet()));
				continue;
			}
			planned.add(plan(field, kind.get(), scope, place));
		}
		if (!line) {
			checkRequired(fields, resource, pointer);
		}
		return planned;
	}

	private void checkRequired(List<FieldMapping> fields, Resource resource, String pointer) {
		for (String required : resource.required()) {
			if (fields.stream().noneMatch((field) -> field.to().equals(required))) {
				error(pointer, "required", "must fill " + required);
			}
		}
	}

	private MappedField plan(FieldMapping field, Resource.FieldKind kind, ColumnScope scope, String place) {
		boolean constant = field.constant() != null;
		if (constant == !field.from().isEmpty()) {
			error(place + "/from", constant ? "conflict" : "required", "either columns or a constant are required");
		}
		checkReference(field, kind, place);
		if (field.values() != null && !field.values().isObject()) {
			error(place + "/values", "wrong_type", "must be an object");
		}
		ValueKind used = (field.type() != null) ? field.type() : kind.value();
		if (field.customField() != null && !field.to().startsWith("/customFields/")) {
			error(place + "/customField", "not_allowed", "is for fields below /customFields only");
		}
		String encoding = field.encoding();
		if (encoding != null && !ColumnScope.isEncoding(encoding)) {
			error(place + "/encoding", "not_found", "there is no encoding " + encoding);
			return new MappedField(field, used, ZoneOffset.UTC, List.of(), null);
		}
		List<Integer> places = new ArrayList<>();
		for (int index = 0; index < field.from().size(); index++) {
			Integer found = place(field.from().get(index), encoding, scope, place + "/from/" + index);
			if (found != null) {
				places.add(found);
			}
		}
		String regionFrom = field.regionFrom();
		Integer region = (regionFrom != null) ? place(regionFrom, null, scope, place + "/regionFrom") : null;
		return new MappedField(field, used, zone(field.zone(), place), places, region);
	}

	private @Nullable Integer place(String column, @Nullable String encoding, ColumnScope scope, String place) {
		Optional<Selected> found = scope.find(column, encoding);
		if (found.isEmpty()) {
			error(place, "not_found", "there is no column " + column);
			return null;
		}
		return scope.place(found.get());
	}

	private ZoneId zone(@Nullable String name, String place) {
		try {
			return (name != null) ? ZoneId.of(name) : ZoneOffset.UTC;
		}
		catch (DateTimeException ex) {
			error(place + "/zone", "not_found", "there is no time zone " + name);
			return ZoneOffset.UTC;
		}
	}

	private void checkReference(FieldMapping field, Resource.FieldKind kind, String place) {
		Resource wanted = kind.resource();
		if (wanted == null) {
			if (field.reference() != null) {
				error(place + "/reference", "not_allowed", "the field does not refer to a record");
			}
			return;
		}
		EntityMapping entity = this.mapping.entity(field.reference()).orElse(null);
		if (entity == null || entity.resource() != wanted) {
			error(place + "/reference", "required",
					"must be the name of an entity of the mapping that becomes " + wanted);
			return;
		}
		int parts = this.schema.table(entity.table()).map(Table::key).orElse(List.of()).size();
		if (parts > 0 && parts != field.from().size()) {
			error(place + "/from", "wrong_key",
					"must be the %d columns that refer to the key of %s".formatted(parts, entity.table()));
		}
	}

	private void error(String pointer, String code, String message) {
		this.errors.add(FieldError.at(pointer, code, message));
	}

}
