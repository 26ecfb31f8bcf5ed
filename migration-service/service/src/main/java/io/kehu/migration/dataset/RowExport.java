package io.kehu.migration.dataset;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.kehu.migration.clean.chain.FormulaGuard;
import io.kehu.migration.intake.Row;
import io.kehu.platform.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Streams staged rows as newline-delimited JSON, or as CSV in which no cell is taken for
 * a formula.
 */
@Component
public class RowExport {

	private final StagedData data;

	private final JsonMapper json;

	RowExport(StagedData data, JsonMapper json) {
		this.data = data;
		this.json = json;
	}

	/**
	 * Writes the matching rows of a set.
	 * @param line the name of the first column, which contains the line of each row
	 * @throws ProblemException 400 if the format is unknown
	 */
	public void write(String set, String line, String format, Predicate<Row> matching, HttpServletResponse response)
			throws IOException {
		write(set, line, format, matching, null, response);
	}

	/**
	 * Writes all rows of a set, with one more column.
	 * @param line the name of the first column, which contains the line of each row
	 * @param more the last column
	 * @throws ProblemException 400 if the format is unknown
	 */
	public void write(String set, String line, String format, MoreColumn more, HttpServletResponse response)
			throws IOException {
		write(set, line, format, (row) -> true, more, response);
	}

	private void write(String set, String line, String format, Predicate<Row> matching, @Nullable MoreColumn more,
			HttpServletResponse response) throws IOException {
		if (!format.equals("csv") && !format.equals("ndjson")) {
			throw ProblemException.invalidParameter("format", "invalid_value", "must be csv or ndjson");
		}
		int width = this.data.require(set).columns().size();
		List<String> columns = new ArrayList<>(this.data.require(set).columns());
		if (more != null) {
			columns.add(unused(more.name(), columns));
		}
		String first = unused(line, columns);
		boolean csv = format.equals("csv");
		response.setContentType(csv ? "text/csv;charset=UTF-8" : "application/x-ndjson");
		response.setHeader("Content-Disposition", "attachment; filename=\"export.%s\"".formatted(format));
		Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
		CsvWriter writer = CsvWriter.builder().build(out);
		if (csv) {
			writer.writeRecord(cells(first, columns));
		}
		try (SetRows rows = this.data.rows(set)) {
			for (Row row = rows.next(); row != null; row = rows.next()) {
				if (!matching.test(row)) {
					continue;
				}
				List<@Nullable String> values = RowPages.values(row, width);
				if (more != null) {
					values.add(more.value().apply(row));
				}
				if (csv) {
					writer.writeRecord(cells(Long.toString(row.line()), values));
				}
				else {
					out.write(this.json.writeValueAsString(named(first, row.line(), columns, values)) + "\n");
				}
			}
		}
		writer.flush();
		out.flush();
	}

	/** Returns a name that no column has, so that neither value replaces the other. */
	private static String unused(String name, List<String> columns) {
		String unused = name;
		while (columns.contains(unused)) {
			unused = "_" + unused;
		}
		return unused;
	}

	private static String[] cells(String first, List<? extends @Nullable String> values) {
		String[] cells = new String[values.size() + 1];
		cells[0] = first;
		for (int i = 0; i < values.size(); i++) {
			String guarded = FormulaGuard.guard(values.get(i));
			cells[i + 1] = (guarded != null) ? guarded : "";
		}
		return cells;
	}

	private static Map<String, @Nullable Object> named(String line, long number, List<String> columns,
			List<@Nullable String> values) {
		Map<String, @Nullable Object> named = new LinkedHashMap<>();
		named.put(line, number);
		for (int i = 0; i < columns.size(); i++) {
			named.put(columns.get(i), values.get(i));
		}
		return named;
	}

	/**
	 * A column that is not stored with the rows.
	 *
	 * @param name the name
	 * @param value returns the value for a row, or null
	 */
	public record MoreColumn(String name, Function<Row, @Nullable String> value) {
	}

}
