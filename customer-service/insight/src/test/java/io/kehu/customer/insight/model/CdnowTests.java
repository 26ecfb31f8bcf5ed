package io.kehu.customer.insight.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The published figures of the CDNOW sample: 39 weeks to fit the model to, and 39 weeks
 * that are held out.
 */
@Tag("realdata")
class CdnowTests {

	private static final LocalDate LAST = LocalDate.of(1997, 9, 30);

	private static final double WEEKS = 39;

	@Test
	void yieldsThePublishedParametersOfPurchases() throws IOException {
		BgNbdFit fit = BgNbdFit.of(sample().counts()).orElseThrow();
		assertThat(fit.r().value()).isCloseTo(0.243, within(0.0005));
		assertThat(fit.alpha().value()).isCloseTo(4.414, within(0.0005));
		assertThat(fit.a().value()).isCloseTo(0.793, within(0.0005));
		assertThat(fit.b().value()).isCloseTo(2.426, within(0.0005));
		assertThat(fit.logLikelihood()).isCloseTo(-9582.4292, within(0.0001));
		assertThat(fit.r().standardError()).isBetween(0.005, 0.05);
		assertThat(fit.alpha().standardError()).isBetween(0.1, 1.0);
	}

	@Test
	void yieldsThePublishedParametersOfValues() throws IOException {
		SpendingCounts spending = new SpendingCounts();
		purchases().values().forEach((days) -> {
			NavigableMap<LocalDate, Double> until = days.headMap(LAST, true);
			spending.add(until.size() - 1,
					until.values().stream().skip(1).mapToDouble(Double::doubleValue).average().orElse(0));
		});
		GammaGammaFit fit = GammaGammaFit.of(spending).orElseThrow();
		assertThat(spending.customers()).isEqualTo(946);
		assertThat(fit.p().value()).isCloseTo(6.25, within(0.005));
		assertThat(fit.q().value()).isCloseTo(3.74, within(0.005));
		assertThat(fit.gamma().value()).isCloseTo(15.44, within(0.005));
		assertThat(fit.logLikelihood()).isCloseTo(-4055.9177, within(0.0001));
		assertThat(spending.correlation()).isCloseTo(0.1139, within(0.0001));
	}

	@Test
	void predictsTheHeldOutWeeksBetterThanTheNaiveForecast() throws IOException {
		HeldOutSample sample = sample();
		BgNbd model = BgNbdFit.of(sample.counts()).orElseThrow().model();
		ForecastComparison comparison = sample.compare(model, WEEKS);
		assertThat(comparison.customers()).isEqualTo(2_357);
		assertThat(comparison.purchases()).isEqualTo(1_882);
		assertThat(comparison.model().purchases()).isCloseTo(1_653.4, within(0.1));
		assertThat(comparison.model().meanAbsoluteError()).isCloseTo(0.7855, within(0.0001));
		assertThat(comparison.model().rootMeanSquareError()).isCloseTo(1.6080, within(0.0001));
		assertThat(comparison.naive().purchases()).isCloseTo(2_930.1, within(0.1));
		assertThat(comparison.naive().meanAbsoluteError()).isCloseTo(1.0237, within(0.0001));
		assertThat(comparison.naive().rootMeanSquareError()).isCloseTo(2.2119, within(0.0001));
	}

	private static HeldOutSample sample() throws IOException {
		HeldOutSample sample = new HeldOutSample();
		purchases().values().forEach((days) -> {
			NavigableMap<LocalDate, Double> until = days.headMap(LAST, true);
			PurchaseHistory history = new PurchaseHistory(until.size() - 1,
					(int) ChronoUnit.DAYS.between(until.firstKey(), until.lastKey()),
					(int) ChronoUnit.DAYS.between(until.firstKey(), LAST));
			sample.add(history, days.size() - until.size());
		});
		return sample;
	}

	/** Returns the amounts by customer and day. */
	private static Map<String, NavigableMap<LocalDate, Double>> purchases() throws IOException {
		Path file = Path.of(System.getProperty("kehu.realdata", "../../../shared/data"), "cdnow/CDNOW_sample.txt");
		assumeTrue(Files.exists(file), () -> file + " is missing");
		Map<String, NavigableMap<LocalDate, Double>> purchases = new TreeMap<>();
		for (String line : Files.readAllLines(file)) {
			String[] fields = line.trim().split(" +");
			if (fields.length == 5) {
				purchases.computeIfAbsent(fields[1], (customer) -> new TreeMap<>())
					.merge(LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE), Double.valueOf(fields[4]),
							Double::sum);
			}
		}
		return purchases;
	}

}
