package io.kehu.order.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.kehu.platform.money.Money;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as a table, with numbers and dates as such.
 */
final class SalesTable {

	private static final List<String> COLUMNS = List.of("period", "member", "name", "currency", "orders", "lines",
			"quantity", "revenue", "averageOrder", "yearBefore", "growth");

	/** The first characters that make a spreadsheet interpret a text as a formula. */
	private static final String FORMULA_STARTS = "=+-@\t\r";

	private SalesTable() {
	}

	/** Returns the report as CSV (RFC 4180). */
	static byte[] csv(SalesReport report) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (CsvWriter writer = CsvWriter.builder().build(bytes, StandardCharsets.UTF_8)) {
			writer.writeRecord(COLUMNS);
			for (SalesReport.SalesRow row : report.rows()) {
				writer.writeRecord(cells(row).stream().map(SalesTable::text).toList());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** Returns the report as a workbook with one sheet. */
	static byte[] workbook(SalesReport report) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(bytes, "Kehu", "1.0")) {
			Worksheet sheet = workbook.newWorksheet("Sales");
			for (int column = 0; column < COLUMNS.size(); column++) {
				sheet.value(0, column, COLUMNS.get(column));
				sheet.style(0, column).bold().set();
			}
			for (int row = 0; row < report.rows().size(); row++) {
				fill(sheet, row + 1, cells(report.rows().get(row)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static void fill(Worksheet sheet, int row, List<@Nullable Object> cells) {
		for (int column = 0; column < cells.size(); column++) {
			Object cell = cells.get(column);
			if (cell instanceof Number number) {
				sheet.value(row, column, number);
			}
			else if (cell instanceof LocalDate day) {
				sheet.value(row, column, day);
				sheet.style(row, column).format("yyyy-mm-dd").set();
			}
			else if (cell != null) {
				sheet.value(row, column, cell.toString());
			}
		}
	}

	private static List<@Nullable Object> cells(SalesReport.SalesRow row) {
		List<@Nullable Object> cells = new ArrayList<>();
		cells.add(row.period());
		cells.add(row.member());
		cells.add(row.name());
		cells.add(row.revenue().currency());
		cells.add(row.orders());
		cells.add(row.lines());
		cells.add(row.quantity());
		cells.add(row.revenue().decimal());
		cells.add(amount(row.averageOrder()));
		cells.add(amount(row.yearBefore()));
		cells.add(row.growth());
		return cells;
	}

	private static @Nullable BigDecimal amount(@Nullable Money money) {
		return (money != null) ? money.decimal() : null;
	}

	private static String text(@Nullable Object cell) {
		if (cell == null) {
			return "";
		}
		String text = (cell instanceof BigDecimal number) ? number.toPlainString() : cell.toString();
		boolean formula = cell instanceof String && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
		return formula ? "'" + text : text;
	}

}
