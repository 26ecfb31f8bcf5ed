package io.kehu.platform.query;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeysetTests {

	private static final UUID ID = UUID.fromString("018f2f6e-0000-7000-8000-000000000000");

	private static final ListFields<UUID> FIELDS = ListFields.of("thing t", "true", "t.id", (UUID id) -> id)
		.text("name", "t.name", (id) -> "name")
		.optionalText("alias", "t.alias", (id) -> null);

	@ParameterizedTest
	@ValueSource(strings = { "", "name", "-name", "alias", "-alias", "-name,alias", "alias,-name", "-alias,name,id",
			"name,-id" })
	void usesEveryParameterThatItBinds(String sort) {
		List<SortKey<UUID>> keys = SortKey.parse(FIELDS, sort);
		for (String alias : Arrays.asList("a", null)) {
			Sql sql = new Sql();
			Keyset.after(sql, keys, keys.stream().map((key) -> value(key, alias)).toList());
			Set<String> used = Pattern.compile(":(p\\d+)")
				.matcher(sql.toString())
				.results()
				.map((MatchResult match) -> match.group(1))
				.collect(Collectors.toCollection(LinkedHashSet::new));
			assertThat(used).as(sql.toString()).isEqualTo(sql.parameters().keySet());
		}
	}

	@Test
	void comparesKeysOfOneDirectionAsARow() {
		Sql sql = new Sql();
		Keyset.after(sql, SortKey.parse(FIELDS, "-name"), List.of("b", ID));
		assertThat(sql.toString()).isEqualTo("(t.name, t.id) < (:p0, :p1)");
	}

	@Test
	void sortsMissingValuesLastInBothDirections() {
		Sql sql = new Sql();
		Keyset.after(sql, SortKey.parse(FIELDS, "-alias"), List.of("b", ID));
		assertThat(sql.toString())
			.isEqualTo("(((t.alias < :p0 or t.alias is null)) or (t.alias = :p0 and t.id < :p1))");
	}

	private static @Nullable Object value(SortKey<UUID> key, @Nullable String alias) {
		return switch (key.field().name()) {
			case "name" -> "n";
			case "alias" -> alias;
			default -> ID;
		};
	}

}
