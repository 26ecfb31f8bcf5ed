package io.kehu.platform.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.json.RecordMembers;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.RecordList;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Streams complete lists as CSV (RFC 4180) or newline-delimited JSON.
 */
public final class RecordExport {

	private static final List<String> OPTIONS = List.of("format", ExportColumns.PARAMETER, CsvOptions.FLAT,
			CsvOptions.BYTE_ORDER_MARK);

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final JsonMapper json;

	RecordExport(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Writes all records of a list that match the request.
	 * @param request the list request, with {@code format} and, for CSV, {@code columns},
	 * {@code flat} and {@code bom} as additional parameters
	 * @param view the record type of the views, whose components are the columns of the
	 * CSV unless {@code fields} names some of them
	 * @param views maps one page of entities to their views
	 * @throws ProblemException if the format is unknown or a filter is not valid
	 */
	public <T, V extends Record> void write(HttpServletResponse response, RecordList<T> list, ListRequest request,
			Class<V> view, Function<List<T>, List<V>> views) throws IOException {
		String format = format(request);
		ListRequest filters = request;
		for (String option : OPTIONS) {
			filters = filters.without(option);
		}
		Set<String> fields = request.fields(view);
		boolean whole = fields.equals(RecordMembers.of(view));
		switch (format) {
			case "csv" -> csv(response, list, filters, CsvOptions.of(request, view), views);
			case "ndjson" -> {
				CsvOptions.checkAbsent(request);
				ndjson(response, list, filters, whole ? Set.of() : fields, views);
			}
			default -> throw unknownFormat();
		}
	}

	private static String format(ListRequest request) {
		return String.join(",", request.parameters().getOrDefault("format", List.of("csv")));
	}

	private static ProblemException unknownFormat() {
		return ProblemException.invalidParameter("format", "invalid_value", "must be csv or ndjson");
	}

	private <T, V extends Record> void ndjson(HttpServletResponse response, RecordList<T> list, ListRequest filters,
			Set<String> fields, Function<List<T>, List<V>> views) throws IOException {
		OutputStream output = response.getOutputStream();
		boolean whole = fields.isEmpty();
		list.forEachPage(filters, (page) -> {
			response.setContentType(BulkLoader.NDJSON);
			try {
				for (V view : views.apply(page)) {
					output.write(this.json.writeValueAsBytes(whole ? view : reduced(view, fields)));
					output.write('\n');
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private <T, V extends Record> void csv(HttpServletResponse response, RecordList<T> list, ListRequest filters,
			CsvOptions options, Function<List<T>, List<V>> views) throws IOException {
		Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
		CsvWriter csv = CsvWriter.builder().build(writer);
		List<List<String>> paths = options.columns()
			.stream()
			.map((column) -> Arrays.asList(column.split("\\.", -1)))
			.toList();
		CsvCell cells = new CsvCell(this.json, options.flat());
		boolean[] begun = new boolean[1];
		list.forEachPage(filters, (page) -> {
			if (!begun[0]) {
				begun[0] = true;
				begin(response, writer, csv, options);
			}
			for (V view : views.apply(page)) {
				JsonNode tree = this.json.valueToTree(view);
				csv.writeRecord(paths.stream().map((path) -> cells.of(tree, path)).toList());
			}
		});
		csv.flush();
	}

	private static void begin(HttpServletResponse response, Writer writer, CsvWriter csv, CsvOptions options) {
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader("Content-Disposition", "attachment; filename=\"export.csv\"");
		try {
			if (options.byteOrderMark()) {
				writer.write(BYTE_ORDER_MARK);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		csv.writeRecord(options.columns());
	}

	private ObjectNode reduced(Record view, Set<String> fields) {
		ObjectNode tree = this.json.valueToTree(view);
		return tree.retain(fields);
	}

}
