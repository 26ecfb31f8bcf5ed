package io.kehu.customer.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.kehu.customer.term.SearchTerms;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that finds candidates: each kind of match with its own index, and then the
 * matches of each candidate. Values that the caller may not see in clear do not count.
 */
final class DuplicateQuery {

	private static final int MOST = 100;

	private final List<String> arms = new ArrayList<>();

	private final Map<String, Object> parameters = new HashMap<>();

	private final SearchedRecords records;

	private final Resemblance wanted;

	DuplicateQuery(SearchedRecords records, Resemblance wanted, List<String> names, @Nullable List<byte[]> taxIndexes) {
		this.records = records;
		this.wanted = wanted;
		for (int i = 0; i < names.size(); i++) {
			this.parameters.put("name" + i, names.get(i));
			arm("r.search_text %> :name" + i, " order by word_similarity(:name%d, r.search_text) desc".formatted(i));
		}
		for (int i = 0; i < wanted.names().size(); i++) {
			this.parameters.put("exact" + i, wanted.names().get(i));
			arm(records.exact().replace(":exact", ":exact" + i), "");
			List<String> characters = SearchTerms.ofCharacters(wanted.names().get(i));
			if (!characters.isEmpty()) {
				this.parameters.put("characters" + i, characters.toArray(String[]::new));
				arm("r.search_terms @> cast(:characters%d as text[])".formatted(i), "");
			}
		}
		values("email", wanted.emails());
		values("phone", wanted.phones());
		for (int i = 0; records.taxNumber() && taxIndexes != null && i < taxIndexes.size(); i++) {
			this.parameters.put("tax" + i, taxIndexes.get(i));
			arm("r.tax_number_index = :tax%d and %s".formatted(i, records.clear().sql()), "");
		}
		this.parameters.put("emails", lower(wanted.emails()));
		this.parameters.put("phones", wanted.phones().toArray(String[]::new));
		this.parameters.put("places", lower(wanted.places()));
		if (wanted.except() != null) {
			this.parameters.put("except", wanted.except());
		}
	}

	private static String[] lower(List<String> values) {
		return values.stream().map((value) -> value.toLowerCase(Locale.ROOT)).toArray(String[]::new);
	}

	private void values(String name, List<String> values) {
		for (int i = 0; i < values.size(); i++) {
			this.parameters.put(name + i, values.get(i));
			arm("r.contact_values @> to_jsonb(lower(cast(:%s%d as text))) and %s".formatted(name, i,
					this.records.clear().sql()), "");
		}
	}

	private void arm(String condition, String order) {
		String others = (this.wanted.except() != null) ? " and r.id <> :except" : "";
		this.arms.add("(select r.id from %s r where r.deleted_at is null%s and %s%s limit %d)"
			.formatted(this.records.table(), others, condition, order, MOST));
	}

	/** Returns whether there is anything to search by. */
	boolean empty() {
		return this.arms.isEmpty();
	}

	String sql() {
		String place = (this.records.place() != null)
				? "exists (select 1 from jsonb_array_elements_text(%s) p (item) where lower(p.item) = any(:places))"
					.formatted(this.records.place())
				: "cast(:places as text[]) is null";
		return """
				select r.id as id, %s as name, search_text_of(%s) as folded, coalesce(%s, false) as visible,
				coalesce(%s and exists (select 1 from jsonb_array_elements(r.emails) e (item)
				where lower(e.item ->> 'address') = any(:emails)), false) as email,
				coalesce(%s and exists (select 1 from jsonb_array_elements(r.phones) e (item)
				where e.item ->> 'number' = any(:phones)), false) as phone,
				%s as tax, %s as place
				from %s r where r.id in (%s)""".formatted(this.records.name(), this.records.name(),
				this.records.visible().sql(), this.records.clear().sql(), this.records.clear().sql(), tax(), place,
				this.records.table(), String.join(" union ", this.arms));
	}

	private String tax() {
		List<String> keys = this.parameters.keySet().stream().filter((key) -> key.matches("tax\\d+")).sorted().toList();
		return keys.isEmpty() ? "false" : "coalesce(%s and r.tax_number_index in (:%s), false)"
			.formatted(this.records.clear().sql(), String.join(", :", keys));
	}

	Map<String, Object> parameters() {
		Map<String, Object> all = new HashMap<>(this.records.visible().parameters());
		all.putAll(this.records.clear().parameters());
		all.putAll(this.parameters);
		return all;
	}

	/**
	 * A candidate with its matches.
	 */
	record Candidate(UUID id, String name, String folded, boolean visible, boolean email, boolean phone,
			boolean taxNumber, boolean place) {
	}

}
