package io.kehu.deploy.benchmark;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.kehu.customer.insight.model.BgNbd;
import io.kehu.customer.insight.model.BgNbdFit;
import io.kehu.customer.insight.model.GammaGammaFit;
import io.kehu.customer.insight.model.Horizon;
import io.kehu.customer.insight.model.Outlook;
import io.kehu.customer.insight.model.PurchaseCounts;
import io.kehu.customer.insight.model.PurchaseHistory;
import io.kehu.customer.insight.model.SpendingCounts;
import org.hipparchus.special.Gamma;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Fits the models of purchases and values to made-up customers, and calculates what to
 * expect of each; the reference is the likelihood of all customers by its formula, once.
 */
@Command(name = "insight", mixinStandardHelpOptions = true, description = "Fitting how customers buy.")
final class InsightBenchmark implements Callable<Integer> {

	private static final double SECOND = 1e9;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--customers", defaultValue = "1000000", description = "Customers (${DEFAULT-VALUE})")
	private int customers;

	@Option(names = "--seed", defaultValue = "1", description = "Seed of the customers (${DEFAULT-VALUE})")
	private long seed;

	private double reference;

	@Override
	public Integer call() {
		PrintWriter out = this.spec.commandLine().getOut();
		PurchaseHistory[] histories = new PurchaseHistory[this.customers];
		double[] means = new double[this.customers];
		BuyingCustomers made = new BuyingCustomers(this.seed);
		for (int customer = 0; customer < this.customers; customer++) {
			histories[customer] = made.next();
			means[customer] = (histories[customer].repeats() > 0) ? made.meanValue(histories[customer].repeats()) : 0;
		}
		out.println("| %,d customers | seconds | against one pass |".formatted(this.customers));
		out.println("|---|---|---|");
		measure(out, "likelihood by its formula, one pass (reference)", () -> likelihood(histories));
		PurchaseCounts counts = measure(out, "grouping equal histories", () -> counts(histories));
		BgNbdFit fit = measure(out, "fitting BG/NBD", () -> BgNbdFit.of(counts).orElseThrow());
		GammaGammaFit values = measure(out, "fitting Gamma-Gamma",
				() -> GammaGammaFit.of(spending(histories, means)).orElseThrow());
		double expected = measure(out, "expectations for a year and a lifetime",
				() -> expected(fit.model(), histories));
		out.println(
				String.format(Locale.ROOT, "%,d groups; r %.4f, alpha %.3f, a %.3f, b %.3f; p %.2f, q %.2f, gamma %.2f",
						counts.size(), fit.r().value(), fit.alpha().value(), fit.a().value(), fit.b().value(),
						values.p().value(), values.q().value(), values.gamma().value()));
		out.println(String.format(Locale.ROOT, "%,.0f purchases expected within a year", expected));
		out.flush();
		return 0;
	}

	private <T> T measure(PrintWriter out, String what, Callable<T> work) {
		long start = System.nanoTime();
		T result;
		try {
			result = work.call();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		double seconds = (System.nanoTime() - start) / SECOND;
		this.reference = (this.reference > 0) ? this.reference : seconds;
		out.println(String.format(Locale.ROOT, "| %s | %.2f | %.1f |", what, seconds, seconds / this.reference));
		return result;
	}

	private static double likelihood(PurchaseHistory[] histories) {
		double r = BuyingCustomers.PARAMETERS[0];
		double alpha = BuyingCustomers.PARAMETERS[1];
		double a = BuyingCustomers.PARAMETERS[2];
		double b = BuyingCustomers.PARAMETERS[3];
		double sum = 0;
		for (PurchaseHistory history : histories) {
			int x = history.repeats();
			double age = -(r + x) * Math.log(alpha + history.age() / 7.0);
			double left = (x > 0) ? Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + history.lastDay() / 7.0)
					: Double.NEGATIVE_INFINITY;
			sum += Gamma.logGamma(r + x) - Gamma.logGamma(r) + r * Math.log(alpha) + Gamma.logGamma(a + b)
					+ Gamma.logGamma(b + x) - Gamma.logGamma(b) - Gamma.logGamma(a + b + x) + Math.max(age, left)
					+ Math.log1p(Math.exp(-Math.abs(age - left)));
		}
		return sum;
	}

	private static PurchaseCounts counts(PurchaseHistory[] histories) {
		PurchaseCounts.Builder counts = new PurchaseCounts.Builder();
		for (PurchaseHistory history : histories) {
			counts.add(history);
		}
		return counts.build();
	}

	private static SpendingCounts spending(PurchaseHistory[] histories, double[] means) {
		SpendingCounts spending = new SpendingCounts();
		for (int customer = 0; customer < means.length; customer++) {
			spending.add(histories[customer].repeats(), means[customer]);
		}
		return spending;
	}

	private static double expected(BgNbd model, PurchaseHistory[] histories) {
		Outlook outlook = new Outlook(model, new Horizon(52, 36, 0.1));
		double sum = 0;
		for (PurchaseHistory history : histories) {
			sum += outlook.of(history).expected();
		}
		return sum;
	}

}
