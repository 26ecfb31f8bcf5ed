package io.kehu.platform.test.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import io.kehu.platform.test.probe.HttpProbe;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages through a list in the order of every sortable field and of every pair of them, in
 * both directions, and compares each with the order in memory.
 */
public final class ListContract {

	private static final String SORTABLE = "sort by ";

	private final HttpProbe http;

	private final String path;

	private final String filter;

	private final List<JsonNode> items;

	private ListContract(HttpProbe http, String path, String filter) {
		this.http = http;
		this.path = path;
		this.filter = filter;
		this.items = page("id", 200, null).items();
	}

	/**
	 * Checks a list.
	 * @param filter selects a few records, some with missing values and some with equal
	 * ones, for example {@code tag=sorted}
	 */
	public static void check(HttpProbe http, String path, String filter) {
		ListContract list = new ListContract(http, path, filter);
		assertThat(list.items).as("records to sort").hasSizeBetween(4, 50);
		Map<String, Map<String, Comparable<?>>> fields = new LinkedHashMap<>();
		list.sortable().forEach((field) -> fields.put(field, list.ranks(field)));
		for (String first : fields.keySet()) {
			for (String second : fields.keySet()) {
				for (int direction = 0; direction < 4; direction++) {
					list.walk(fields, first, (direction & 1) == 0, second, (direction & 2) == 0);
				}
			}
		}
	}

	private List<String> sortable() {
		String message = this.http.get("%s?sort=nothing".formatted(this.path))
			.expect(400)
			.json()
			.at("/errors/0/message")
			.asString();
		return List.of(message.substring(message.lastIndexOf(SORTABLE) + SORTABLE.length()).split(", "));
	}

	/**
	 * Returns the value of each record by which it is compared. Texts are compared by the
	 * database's rules, so their ranks in its order are used.
	 */
	private Map<String, Comparable<?>> ranks(String field) {
		List<JsonNode> sorted = page(field, 200, null).items();
		assertThat(ids(sorted)).containsExactlyInAnyOrderElementsOf(ids(this.items));
		Map<JsonNode, Integer> ranks = new HashMap<>();
		Map<String, Comparable<?>> values = new HashMap<>();
		JsonNode before = null;
		for (JsonNode item : sorted) {
			JsonNode value = item.path(field);
			if (!value.isMissingNode() && !value.isNull()) {
				assertThat(value.equals(before) || !ranks.containsKey(value))
					.as("equal values of " + field + " are together")
					.isTrue();
				values.put(id(item), comparable(value, ranks.computeIfAbsent(value, (unused) -> ranks.size())));
			}
			before = value;
		}
		return values;
	}

	private static Comparable<?> comparable(JsonNode value, int rank) {
		if (value.has("amount")) {
			return new BigDecimal(value.get("amount").asString());
		}
		if (value.isNumber()) {
			return value.decimalValue();
		}
		String text = value.asString();
		return text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z") ? Instant.parse(text) : rank;
	}

	private void walk(Map<String, Map<String, Comparable<?>>> fields, String first, boolean firstUp, String second,
			boolean secondUp) {
		String sort = first.equals(second) ? key(second, secondUp) : key(first, firstUp) + "," + key(second, secondUp);
		List<String> expected = new ArrayList<>(ids(this.items));
		Comparator<String> byId = secondUp ? Comparator.naturalOrder() : Comparator.reverseOrder();
		Comparator<String> bySecond = order(Objects.requireNonNull(fields.get(second)), secondUp);
		Comparator<String> order = first.equals(second) ? bySecond
				: order(Objects.requireNonNull(fields.get(first)), firstUp).thenComparing(bySecond);
		expected.sort((first.equals("id") || second.equals("id")) ? order : order.thenComparing(byId));
		List<String> walked = new ArrayList<>();
		String cursor = null;
		do {
			Answer page = page(sort, (this.items.size() + 2) / 3, cursor);
			walked.addAll(ids(page.items()));
			cursor = page.next();
		}
		while (cursor != null && walked.size() <= expected.size());
		assertThat(walked).as("%s sorted by %s", this.path, sort).isEqualTo(expected);
	}

	private static String key(String field, boolean up) {
		return up ? field : "-" + field;
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Comparator<String> order(Map<String, Comparable<?>> values, boolean up) {
		Comparator<Comparable> natural = up ? Comparator.naturalOrder() : Collections.reverseOrder();
		Function<String, @Nullable Comparable> value = values::get;
		return Comparator.comparing(value, Comparator.nullsLast(natural));
	}

	private Answer page(String sort, int limit, @Nullable String cursor) {
		String next = (cursor != null) ? "&cursor=" + cursor : "";
		JsonNode page = this.http.get("%s?%s&sort=%s&limit=%d%s".formatted(this.path, this.filter, sort, limit, next))
			.expect(200)
			.json();
		List<JsonNode> found = StreamSupport.stream(page.get("items").spliterator(), false).toList();
		JsonNode following = page.get("nextCursor");
		return new Answer(found, following.isNull() ? null : following.asString());
	}

	private static List<String> ids(List<JsonNode> items) {
		return items.stream().map(ListContract::id).toList();
	}

	private static String id(JsonNode item) {
		return item.get("id").asString();
	}

	/**
	 * A page of the list.
	 */
	private record Answer(List<JsonNode> items, @Nullable String next) {
	}

}
