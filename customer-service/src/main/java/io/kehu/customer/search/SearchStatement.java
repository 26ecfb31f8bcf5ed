package io.kehu.customer.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The SQL that searches one kind of record. Each way of matching has its own index and
 * its own weight; the record counts with the best one. Access and masks are part of each
 * way, so that what the caller may not see neither appears nor displaces anything.
 */
final class SearchStatement {

	/** Common words match a large part of all records, of which some are looked at. */
	private static final int MOST = 300;

	private final SearchedTable table;

	private final SearchWords words;

	private final List<String> ways = new ArrayList<>();

	private final Map<String, Object> parameters = new HashMap<>();

	SearchStatement(SearchedTable table, SearchWords words) {
		this.table = table;
		this.words = words;
		this.parameters.putAll(table.visible().parameters());
		byKeys();
		if (words.trigrams()) {
			byText();
		}
		if (table.terms()) {
			byTerms();
		}
	}

	private void byKeys() {
		UUID id = this.words.id();
		if (id != null) {
			way("1.0", "r.id = :id", Map.of("id", id));
		}
		Long number = this.words.number();
		if (number != null && this.table.numbered()) {
			way("1.0", "r.number = :number", Map.of("number", number));
		}
		way("0.98", "r.id in (" + this.table.keys() + " = :key)", Map.of("key", this.words.text()));
		if (this.table.values()) {
			clear("0.97", "r.contact_values @> to_jsonb(lower(:value))", Map.of("value", this.words.text()));
		}
		if (this.table.tags()) {
			way("0.6",
					"r.contact_values @> to_jsonb(lower(:value)) and cast(lower(cast(r.tags as text)) as jsonb) @> to_jsonb(lower(:value))",
					Map.of("value", this.words.text()));
		}
	}

	/**
	 * The text contains e-mail addresses, which only count where they are seen in clear.
	 */
	private void byText() {
		String name = "search_text_of(" + this.table.name() + ")";
		int count = this.words.words().size();
		IntStream.range(0, count).forEach((i) -> {
			this.parameters.put("word" + i, this.words.words().get(i));
			this.parameters.put("part" + i, "%" + escaped(this.words.words().get(i)) + "%");
		});
		String weight = "least(" + each(count, "greatest(word_similarity(:word%1$d, " + name + "), " + "case when "
				+ shown(name) + " then 0.8 else 0 end)", ", ") + ")";
		String prefix = "case when " + name + " = :whole then 0.95 when " + name + " like :start then 0.9 else 0.85 * "
				+ weight + " end";
		Map<String, Object> whole = Map.of("whole", String.join(" ", this.words.words()), "start",
				escaped(String.join(" ", this.words.words())) + "%");
		for (String operator : List.of("like :part", "%%> :word")) {
			String found = each(count, "r.search_text " + operator + "%1$d", " and ");
			if (this.table.values()) {
				String named = each(count, name + " " + operator + "%1$d", " and ");
				this.parameters.putAll(this.table.clear().parameters());
				found += " and (%s or (%s))".formatted(this.table.clear().sql(), named);
			}
			way(prefix, found, whole);
		}
	}

	/** A masked address must not show in the weight, either. */
	private String shown(String name) {
		if (!this.table.values()) {
			return "r.search_text like :part%1$d";
		}
		this.parameters.putAll(this.table.clear().parameters());
		return "(" + this.table.clear().sql() + " and r.search_text like :part%1$d) or " + name + " like :part%1$d";
	}

	private static String each(int count, String part, String separator) {
		return IntStream.range(0, count).mapToObj((i) -> part.formatted(i)).collect(Collectors.joining(separator));
	}

	private void byTerms() {
		if (!this.words.characters().isEmpty()) {
			way("0.88", "r.search_terms @> cast(:characters as text[])",
					Map.of("characters", this.words.characters().toArray(String[]::new)));
		}
		String pinyin = this.words.pinyin();
		if (pinyin != null) {
			way("case when length(cast(:letters as text)) > 4 then 0.8 else 0.7 end",
					"r.search_terms @> array[cast(:letters as text)]", Map.of("letters", pinyin));
		}
		String phone = this.words.phone();
		if (phone != null) {
			clear("0.97", "r.search_terms @> array[cast(:phone as text)]", Map.of("phone", phone));
		}
	}

	private void clear(String weight, String condition, Map<String, Object> values) {
		this.parameters.putAll(this.table.clear().parameters());
		way(weight, condition + " and " + this.table.clear().sql(), values);
	}

	private void way(String weight, String condition, Map<String, Object> values) {
		this.parameters.putAll(values);
		this.ways.add(
				"(select r.id, cast(%s as double precision) as weight from %s r where %s and r.deleted_at is null and %s limit %d)"
					.formatted(weight, this.table.table(), condition, this.table.visible().sql(), MOST));
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

	String sql() {
		return """
				select r.id as id, %s as name, %s as customer, f.weight as weight
				from (select id, max(weight) as weight from (%s) w group by id) f join %s r on r.id = f.id
				order by f.weight desc, name, r.id limit 51""".formatted(this.table.name(), this.table.customer(),
				String.join(" union all ", this.ways), this.table.table());
	}

	Map<String, Object> parameters() {
		return this.parameters;
	}

}
