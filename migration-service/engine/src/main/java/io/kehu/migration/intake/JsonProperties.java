package io.kehu.migration.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The properties of a JSON object, as far as its text goes: which of them hold lists of
 * records, and which are about these.
 */
final class JsonProperties {

	private static final Set<String> LISTS = Set.of("data", "items", "records", "rows", "results", "result", "value",
			"values", "list", "entries", "documents", "docs", "customers", "contacts", "accounts", "companies",
			"people", "persons", "users", "leads", "orders", "products", "objects", "content", "elements", "hits",
			"nodes", "edges", "clients", "members", "subscribers", "kunden", "kontakte", "firmen", "personen",
			"clientes", "clienti", "klanten", "kunder", "klienci");

	/**
	 * Lists that no record has, so that whatever stands beside them is about the list.
	 */
	private static final Set<String> WRAPPED = Set.of("data", "records", "rows", "results", "result", "customers",
			"companies", "people", "persons", "hits", "docs", "clients", "kunden", "clientes", "clienti", "klanten",
			"kunder", "klienci");

	private static final Set<String> ABOUT = Set.of("count", "total", "totalcount", "total_count", "totalsize", "page",
			"pages", "pagesize", "page_size", "perpage", "per_page", "limit", "offset", "next", "previous", "prev",
			"links", "_links", "meta", "metadata", "paging", "pagination", "success", "ok", "done", "error", "errors",
			"version", "timestamp", "generated", "exported", "exportedat", "cursor", "nextcursor", "has_more",
			"hasmore", "info", "schema", "table", "database", "status", "statuscode", "code", "message", "msg",
			"exportdate", "export_date", "exported_at", "took", "requestid", "request_id", "apiversion",
			"@odata.context", "@odata.nextlink", "@odata.count", "exportedby", "exported_by", "generatedby",
			"generated_by", "generatedat", "generated_at", "stand", "datum", "date", "source", "pageinfo", "page_info",
			"extensions", "totals", "summary");

	private final List<String> lists = new ArrayList<>();

	/** Lists of records that hold none. */
	private final List<String> empty = new ArrayList<>();

	/** Lists of lists. */
	private final List<String> grids = new ArrayList<>();

	private final List<String> others = new ArrayList<>();

	private final List<JsonProperties> objects = new ArrayList<>();

	private final List<String> objectNames = new ArrayList<>();

	private boolean cut;

	private JsonProperties() {
	}

	/** Reads the properties of the object with which a text begins. */
	static JsonProperties of(JsonFactory factory, String text) {
		JsonProperties properties = new JsonProperties();
		try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
			parser.nextToken();
			properties.read(parser);
		}
		catch (JacksonException ex) {
			properties.cut = true;
		}
		return properties;
	}

	private void read(JsonParser parser) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			if (value == JsonToken.START_ARRAY) {
				JsonToken first = parser.nextToken();
				boolean records = first == JsonToken.START_OBJECT;
				boolean none = first == JsonToken.END_ARRAY && LISTS.contains(lower(name));
				(records ? this.lists : none ? this.empty : (first == JsonToken.START_ARRAY) ? this.grids : this.others)
					.add(name);
				skipArray(parser);
			}
			else if (value == JsonToken.START_OBJECT) {
				JsonProperties inner = new JsonProperties();
				this.objects.add(inner);
				this.objectNames.add(name);
				inner.read(parser);
			}
			else {
				this.others.add(name);
			}
		}
		// A list without records is a list of records if there is no other
		(this.lists.isEmpty() ? this.lists : this.others).addAll(this.empty);
	}

	/** Leaves the list in whose first item the parser stands. */
	private static void skipArray(JsonParser parser) {
		JsonToken token = parser.currentToken();
		while (token != null && token != JsonToken.END_ARRAY) {
			parser.skipChildren();
			token = parser.nextToken();
		}
	}

	/**
	 * Returns the names that lead to the list of records, or null if the object is a
	 * record itself.
	 * @throws IntakeException if it holds several lists of records
	 */
	@Nullable List<String> path() throws IntakeException {
		return path(false);
	}

	/**
	 * Returns the path to the records of an object that certainly holds nothing else, or
	 * null.
	 */
	@Nullable List<String> pathOfPage() throws IntakeException {
		return path(true);
	}

	private @Nullable List<String> path(boolean page) throws IntakeException {
		boolean about = this.grids.isEmpty() && this.others.stream().allMatch(JsonProperties::isAbout);
		boolean wrapping = about && this.objectNames.stream().allMatch(JsonProperties::isAbout);
		boolean wrapped = !page && this.lists.stream().anyMatch((list) -> WRAPPED.contains(lower(list)));
		if (this.lists.size() > 1 && !page && (wrapping || wrapped)) {
			throw new IntakeException(IntakeRefusal.SEVERAL_LISTS,
					"The document holds several lists of records (%s): bring each as a file"
						.formatted(String.join(", ", this.lists)));
		}
		if (this.lists.size() == 1) {
			String list = lower(this.lists.get(0));
			boolean records = page ? wrapping && WRAPPED.contains(list)
					: wrapping || wrapped || (about && LISTS.contains(list));
			return records ? this.lists : null;
		}
		return (this.lists.isEmpty() && about) ? pathInside(page) : null;
	}

	private @Nullable List<String> pathInside(boolean page) throws IntakeException {
		List<String> names = this.objectNames.stream().filter((name) -> !isAbout(name)).toList();
		names = names.isEmpty() ? this.objectNames : names;
		if (names.size() != 1) {
			return null;
		}
		List<String> inner = this.objects.get(this.objectNames.indexOf(names.get(0))).path(page);
		if (inner == null) {
			return null;
		}
		List<String> path = new ArrayList<>(names);
		path.addAll(inner);
		return path;
	}

	/**
	 * Refuses tables that are written by columns, by keys, or as lists without names, of
	 * which a single record would come.
	 * @throws IntakeException if the object is such a table
	 */
	void refuseTables() throws IntakeException {
		boolean grid = this.grids.stream().anyMatch((name) -> LISTS.contains(lower(name)));
		if (grid && (this.others.contains("columns") || this.others.stream().allMatch(JsonProperties::isAbout))) {
			throw new IntakeException(IntakeRefusal.UNKNOWN_FORMAT,
					"The JSON holds rows without names (%s): bring a list of objects"
						.formatted(String.join(", ", this.grids)));
		}
		boolean alone = this.lists.isEmpty() && this.grids.isEmpty() && this.others.isEmpty()
				&& !this.objects.isEmpty();
		if (alone && (this.objects.stream().anyMatch(JsonProperties::isNumbered) || areAlike())) {
			throw new IntakeException(IntakeRefusal.UNKNOWN_FORMAT,
					"The JSON holds a table by columns or by keys (%s): bring a list of objects, one for each record"
						.formatted(String.join(", ", this.objectNames.stream().limit(3).toList())));
		}
	}

	/** Whether the names are 0, 1, 2 and so on. */
	private boolean isNumbered() {
		for (int i = 0; i < this.others.size(); i++) {
			if (!this.others.get(i).equals(Integer.toString(i))) {
				return false;
			}
		}
		return !this.others.isEmpty() && this.objects.isEmpty() && this.lists.isEmpty();
	}

	/** Whether several objects have the same names; the last one may be cut off. */
	private boolean areAlike() {
		int whole = this.objects.size() - (this.cut ? 1 : 0);
		Set<Set<String>> names = new HashSet<>();
		this.objects.subList(0, Math.max(0, whole)).forEach((object) -> names.add(object.names()));
		return whole > 1 && names.size() == 1 && !names.contains(Set.of());
	}

	private Set<String> names() {
		Set<String> names = new HashSet<>(this.others);
		names.addAll(this.lists);
		names.addAll(this.grids);
		names.addAll(this.objectNames);
		return names;
	}

	private static boolean isAbout(String name) {
		return ABOUT.contains(lower(name));
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
