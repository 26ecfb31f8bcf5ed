package io.kehu.migration.intake;

import java.util.ArrayList;
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
 * How a JSON text holds its records.
 *
 * @param lines whether each line is a record
 * @param path the names that lead to the list of records; empty when the records, or a
 * list of them, stand at the top
 */
record JsonShape(boolean lines, List<String> path) {

	private static final Set<String> LISTS = Set.of("data", "items", "records", "rows", "results", "result", "value",
			"values", "list", "entries", "documents", "docs", "customers", "contacts", "accounts", "companies",
			"people", "persons", "users", "leads", "orders", "products", "objects", "content", "elements", "hits");

	/**
	 * Lists that no record has, so that whatever stands beside them is about the list.
	 */
	private static final Set<String> WRAPPED = Set.of("data", "records", "rows", "results", "result", "customers",
			"companies", "people", "persons", "hits", "docs");

	private static final Set<String> ABOUT = Set.of("count", "total", "totalcount", "total_count", "totalsize", "page",
			"pages", "pagesize", "page_size", "perpage", "per_page", "limit", "offset", "next", "previous", "prev",
			"links", "_links", "meta", "metadata", "paging", "pagination", "success", "ok", "done", "error", "errors",
			"version", "timestamp", "generated", "exported", "exportedat", "cursor", "nextcursor", "has_more",
			"hasmore", "info", "schema", "table", "database", "status", "statuscode", "code", "message", "msg",
			"exportdate", "export_date", "exported_at", "took", "requestid", "request_id", "apiversion",
			"@odata.context", "@odata.nextlink", "@odata.count");

	/** Each line is a record. */
	private static final JsonShape LINES = new JsonShape(true, List.of());

	/** Records, or a list of them, follow each other at the top. */
	private static final JsonShape TOP = new JsonShape(false, List.of());

	/**
	 * Looks at the beginning of a text.
	 * @param sample its first characters
	 * @param limits bounds on values
	 * @return the shape, or null when the text is no JSON
	 * @throws IntakeException when it holds several lists of records
	 */
	static @Nullable JsonShape of(String sample, IntakeLimits limits) throws IntakeException {
		String start = sample.stripLeading();
		JsonFactory factory = JsonColumns.factory(limits);
		if (start.startsWith("[")) {
			String inside = start.substring(1).stripLeading();
			boolean json = inside.startsWith("{") || inside.startsWith("]") || reads(factory, start);
			return json ? TOP : null;
		}
		if (!start.startsWith("{")) {
			return null;
		}
		String inside = start.substring(1).stripLeading();
		if (!inside.startsWith("\"") && !inside.startsWith("}")) {
			return null;
		}
		List<String> lines = start.lines().filter((line) -> !line.isBlank()).toList();
		long records = lines.stream().filter((line) -> isObject(factory, line)).count();
		if (lines.size() > 1 && 2 * records >= lines.size() - 1) {
			return LINES;
		}
		List<String> path = pathToRecords(factory, start);
		if (path != null) {
			return new JsonShape(false, path);
		}
		return (lines.size() == 1) ? LINES : TOP;
	}

	/** Whether a text that may be cut off is JSON as far as it goes. */
	private static boolean reads(JsonFactory factory, String text) {
		int tokens = 0;
		try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
			while (parser.nextToken() != null) {
				tokens++;
			}
			return true;
		}
		catch (JacksonException ex) {
			return tokens > 1 && ex.getLocation().getCharOffset() >= text.length();
		}
	}

	private static boolean isObject(JsonFactory factory, String line) {
		if (!line.stripLeading().startsWith("{")) {
			return false;
		}
		try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line)) {
			parser.nextToken();
			parser.skipChildren();
			return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	private static @Nullable List<String> pathToRecords(JsonFactory factory, String text) throws IntakeException {
		Properties properties = new Properties();
		try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
			parser.nextToken();
			properties.read(parser);
		}
		catch (JacksonException ex) {
			return properties.path();
		}
		return properties.path();
	}

	/**
	 * The properties of an object, as far as it is there.
	 */
	private static final class Properties {

		private final List<String> lists = new ArrayList<>();

		private final List<String> others = new ArrayList<>();

		private final List<Properties> objects = new ArrayList<>();

		private final List<String> objectNames = new ArrayList<>();

		private void read(JsonParser parser) {
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				JsonToken value = parser.nextToken();
				if (value == JsonToken.START_ARRAY) {
					boolean records = parser.nextToken() == JsonToken.START_OBJECT;
					(records ? this.lists : this.others).add(name);
					skipArray(parser);
				}
				else if (value == JsonToken.START_OBJECT) {
					Properties inner = new Properties();
					this.objects.add(inner);
					this.objectNames.add(name);
					inner.read(parser);
				}
				else {
					this.others.add(name);
				}
			}
		}

		/** Leaves the list in whose first item the parser stands. */
		private static void skipArray(JsonParser parser) {
			JsonToken token = parser.currentToken();
			while (token != null && token != JsonToken.END_ARRAY) {
				parser.skipChildren();
				token = parser.nextToken();
			}
		}

		private @Nullable List<String> path() throws IntakeException {
			boolean about = this.others.stream().allMatch(Properties::isAbout);
			boolean wrapping = about && this.objectNames.stream().allMatch(Properties::isAbout);
			if (this.lists.size() > 1 && wrapping) {
				throw new IntakeException(Refusal.SEVERAL_LISTS,
						"The document holds several lists of records (%s): bring each as a file"
							.formatted(String.join(", ", this.lists)));
			}
			if (this.lists.size() == 1) {
				String list = this.lists.get(0).toLowerCase(Locale.ROOT);
				boolean known = LISTS.contains(list) && about;
				return (wrapping || known || WRAPPED.contains(list)) ? this.lists : null;
			}
			if (this.lists.isEmpty() && about && this.objects.size() == 1) {
				List<String> inner = this.objects.get(0).path();
				if (inner != null) {
					List<String> path = new ArrayList<>(this.objectNames);
					path.addAll(inner);
					return path;
				}
			}
			return null;
		}

		private static boolean isAbout(String name) {
			return ABOUT.contains(name.toLowerCase(Locale.ROOT));
		}

	}

}
