package io.kehu.customer.field;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Finds the customers that have values of unique custom fields.
 */
@Repository
class CustomFieldHolders {

	private static final String HOLDERS = """
			select v.place, c.id from unnest(?) with ordinality v (item, place)
			join customer c on c.custom_fields @> jsonb_build_object(?, v.item::jsonb) and c.deleted_at is null""";

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	CustomFieldHolders(JdbcTemplate jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** Returns the customers that have some of these values. */
	Map<Object, UUID> of(String key, List<Object> values) {
		Map<Object, UUID> holders = new HashMap<>();
		SqlArrayValue texts = new SqlArrayValue("text", values.stream().map(this.json::writeValueAsString).toArray());
		this.jdbc.query(HOLDERS, (row) -> {
			holders.put(values.get(row.getInt(1) - 1), row.getObject(2, UUID.class));
		}, texts, key);
		return holders;
	}

}
