package io.kehu.migration.clean.fill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.Row;
import io.kehu.migration.intake.RowSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@Tag("realdata")
class FillRealDataTests {

	private static final LocalDate END = LocalDate.of(2011, 12, 10);

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	@Test
	void fillsRetailCustomersByTheDefault() throws IOException {
		double[][] frame = frame();
		double[][] holes = NumpyRandom.hideTenth(frame, 7);

		double[][] nearest = NeighbourFill.standard().fill(NeighbourFillTests.features(holes));

		assertThat(frame[0]).hasSize(4372);
		assertThat(NeighbourFillTests.error(frame, holes, zeroed(holes, Average.MEAN))).isCloseTo(1.038, within(0.001));
		assertThat(NeighbourFillTests.error(frame, holes, zeroed(holes, Average.MEDIAN))).isCloseTo(1.040,
				within(0.001));
		assertThat(NeighbourFillTests.error(frame, holes, nearest)).isLessThanOrEqualTo(0.663);
	}

	private static double[][] zeroed(double[][] holes, Average average) {
		double[][] filled = new double[holes.length][];
		for (int column = 0; column < holes.length; column++) {
			double value = average.of(holes[column]);
			filled[column] = holes[column].clone();
			for (int row = 0; row < filled[column].length; row++) {
				filled[column][row] = Double.isNaN(filled[column][row]) ? value : filled[column][row];
			}
		}
		return filled;
	}

	private static double[][] frame() throws IOException {
		Map<Double, Customer> customers = new TreeMap<>();
		Path file = Path.of(System.getProperty("kehu.realdata", "../../shared/data"),
				"legacy/uci_online_retail_541909.csv.zst");
		Assumptions.assumeTrue(Files.exists(file), () -> "No real data at " + file);
		try (RowSource source = Intake.standard().open(file)) {
			for (Row row = source.next(); row != null; row = source.next()) {
				if (row.value(6) != null && !row.value(6).isBlank()) {
					customers.computeIfAbsent(Double.valueOf(row.value(6)), (id) -> new Customer()).add(row);
				}
			}
		}
		double[][] columns = new double[7][customers.size()];
		int place = 0;
		for (Customer customer : customers.values()) {
			double[] values = customer.values();
			for (int column = 0; column < 7; column++) {
				columns[column][place] = Math.signum(values[column]) * Math.log1p(Math.abs(values[column]));
			}
			place++;
		}
		for (int column = 0; column < 7; column++) {
			columns[column] = Feature.standardised(columns[column]).values();
		}
		return columns;
	}

	private static final class Customer {

		private final Set<String> invoices = new HashSet<>();

		private final Set<String> stock = new HashSet<>();

		private int lines;

		private double quantity;

		private double amount;

		private double price;

		private LocalDateTime last = LocalDateTime.MIN;

		private void add(Row row) {
			this.invoices.add(row.value(0));
			this.stock.add(row.value(1));
			this.lines++;
			double bought = Double.parseDouble(row.value(3));
			this.quantity += bought;
			this.amount += bought * Double.parseDouble(row.value(5));
			this.price += Double.parseDouble(row.value(5));
			LocalDateTime at = LocalDateTime.parse(row.value(4), FORMAT);
			this.last = at.isAfter(this.last) ? at : this.last;
		}

		private double[] values() {
			return new double[] { this.invoices.size(), this.lines, this.stock.size(), this.quantity, this.amount,
					this.price / this.lines, ChronoUnit.DAYS.between(this.last, END.atStartOfDay()) };
		}

	}

}
