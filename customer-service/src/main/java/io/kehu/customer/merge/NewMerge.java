package io.kehu.customer.merge;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request to merge customers into a survivor.
 *
 * @param merged the customers to merge into the survivor, with their expected versions
 * @param rules which values survive, by field
 * @param fields a merge patch (RFC 7396) for the outcome. Without it the survivor keeps
 * its values, gaps are filled from the others in their order, and lists are united.
 * External ids are always united.
 */
record NewMerge(@NotEmpty @Size(max = 50) List<@NotNull @Valid CustomerVersion> merged, @Nullable FieldRules rules,
		@Nullable Map<String, @Nullable Object> fields) {

	MergeChoice choice(JsonMapper json) {
		return MergeChoice.of(this.rules, this.fields, json);
	}

}
