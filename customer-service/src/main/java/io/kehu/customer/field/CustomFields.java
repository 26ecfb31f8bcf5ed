package io.kehu.customer.field;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The custom fields that are defined. A definition applies to the requests that begin
 * after it, on other instances within two seconds.
 */
@Component
public class CustomFields {

	private static final Duration KEPT = Duration.ofSeconds(2);

	private final JdbcTemplate jdbc;

	private final JsonMapper json;

	private final Clock clock;

	private volatile @Nullable Loaded loaded;

	CustomFields(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	void forget() {
		this.loaded = null;
	}

	List<CustomFieldDetails> all() {
		Loaded present = this.loaded;
		Instant now = this.clock.instant();
		if (present == null || present.at().plus(KEPT).isBefore(now) || now.isBefore(present.at())) {
			present = new Loaded(this.jdbc.query("select definition from custom_field where deleted_at is null",
					(row, number) -> this.json.readValue(row.getString(1), CustomFieldDetails.class)), now);
			this.loaded = present;
		}
		return present.fields();
	}

	/**
	 * Returns the values of a new customer, with the defaults of those that are missing.
	 */
	public Map<String, Object> withDefaults(Map<String, Object> given) {
		List<CustomFieldDetails> missing = all().stream()
			.filter((field) -> field.defaultValue() != null && given.get(field.key()) == null)
			.toList();
		if (missing.isEmpty()) {
			return given;
		}
		Map<String, Object> values = new LinkedHashMap<>(given);
		for (CustomFieldDetails field : missing) {
			Object value = field.defaultValue();
			if (value != null) {
				values.put(field.key(), value);
			}
		}
		return values;
	}

	private record Loaded(List<CustomFieldDetails> fields, Instant at) {
	}

}
