package io.kehu.order.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;

import javax.imageio.ImageIO;

import io.kehu.platform.money.Money;
import io.kehu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SalesChartTests {

	@TempDir
	private Path folder;

	private static SalesReport report(int members) {
		List<SalesReport.SalesRow> rows = new ArrayList<>();
		for (int month = 1; month <= 12; month++) {
			for (int member = 1; member <= members; member++) {
				Money revenue = new Money(String.valueOf(1000 * member + 137 * month * member % 700), "EUR");
				rows.add(new SalesReport.SalesRow(LocalDate.of(2026, month, 1), new UUID(0, member),
						"Tea & co. " + member, 3, 4, BigDecimal.TEN, revenue, revenue, null, null));
			}
		}
		return new SalesReport(SalesInterval.MONTH, SalesDimension.PRODUCT, LocalDate.of(2026, 1, 1),
				LocalDate.of(2026, 12, 31), rows,
				List.of(new SalesReport.SalesTotal(3, 4, BigDecimal.TEN, new Money("1", "EUR"), null)), List.of(),
				true);
	}

	@Test
	void drawsAPicture() throws IOException {
		SalesChart chart = SalesChart.of(report(5));
		byte[] png = chart.png();
		Files.write(Path.of("target", "sales-chart.png"), png);
		var image = ImageIO.read(new ByteArrayInputStream(png));
		assertThat(image.getWidth()).isEqualTo(1000);
		String svg = new String(chart.svg(), StandardCharsets.UTF_8);
		Files.writeString(Path.of("target", "sales-chart.svg"), svg);
		// Letters are drawn as shapes
		assertThat(svg).contains("<svg", "width=\"1000\"", "</svg").contains("<path");
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> SalesChart.of(report(13)));
	}

	@Test
	void writesNumbersIntoTheWorkbook() throws IOException {
		Path file = Files.write(this.folder.resolve("sales.xlsx"), SalesTable.workbook(report(1)));
		String sheet;
		try (ZipFile zip = new ZipFile(file.toFile())) {
			sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
					StandardCharsets.UTF_8);
		}
		assertThat(sheet).contains("<v>1137</v>").contains("r=\"A13\"");
	}

	@Test
	void textsAreNoFormulas() {
		SalesReport.SalesRow row = new SalesReport.SalesRow(LocalDate.of(2026, 1, 1), null, "=1+1", 1, 1,
				BigDecimal.ONE, new Money("-1.00", "EUR"), null, null, new BigDecimal("-0.5"));
		SalesReport report = new SalesReport(SalesInterval.MONTH, SalesDimension.PRODUCT, LocalDate.of(2026, 1, 1),
				LocalDate.of(2026, 1, 31), List.of(row), List.of(), List.of(), true);
		assertThat(new String(SalesTable.csv(report), StandardCharsets.UTF_8))
			.contains("2026-01-01,,'=1+1,EUR,1,1,1,-1.00,,,-0.5");
	}

}
