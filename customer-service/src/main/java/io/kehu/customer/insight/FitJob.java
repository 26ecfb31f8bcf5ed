package io.kehu.customer.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.kehu.customer.insight.PurchaseReading.Chunk;
import io.kehu.customer.insight.PurchaseReading.Scope;
import io.kehu.customer.insight.model.Horizon;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Calculates a fit: reads all purchases and fits the models to them, then reads them
 * again and stores the figures of each customer. Chunks are stored in a transaction each,
 * together with the place where to resume.
 */
@Component
class FitJob {

	private final FitStore fits;

	private final FigureStore figures;

	private final PurchaseReading reading;

	private final TransactionOperations transactions;

	private final Horizon horizon;

	FitJob(FitStore fits, FigureStore figures, PurchaseReading reading, TransactionOperations transactions,
			InsightProperties properties) {
		this.fits = fits;
		this.figures = figures;
		this.reading = reading;
		this.transactions = transactions;
		this.horizon = properties.horizon();
	}

	/**
	 * Calculates a fit or resumes it.
	 * @param attempt the number of the attempt
	 * @throws FitStoppedException if this thread is to end, or another attempt has begun
	 */
	void run(Fit fit, int attempt) {
		FitReport report = fit.report();
		if (report == null) {
			report = calculate(fit.dataDay());
			this.fits.store(fit.id(), attempt, report);
		}
		LocalDate firstDay = report.data().firstDay();
		if (firstDay != null) {
			score(fit, attempt, report, new Scope(fit.dataDay(), firstDay, report.data().currency()));
		}
		this.fits.complete(fit.id(), attempt);
		while (this.figures.deleteOthers(fit.id())) {
			checkNotStopped();
		}
	}

	private FitReport calculate(LocalDate dataDay) {
		Scope scope = this.reading.scope(dataDay).orElse(null);
		if (scope == null) {
			return CollectedPurchases.none(this.horizon);
		}
		CollectedPurchases collected = new CollectedPurchases(scope);
		Chunk chunk = new Chunk(List.of(), null, true);
		while (chunk.more()) {
			checkNotStopped();
			chunk = this.reading.read(scope, chunk.last(), collected.cut());
			chunk.rows().forEach(collected::add);
		}
		return collected.report(this.horizon);
	}

	private void score(Fit fit, int attempt, FitReport report, Scope scope) {
		Scoring scoring = new Scoring(report, fit.dataDay());
		Chunk chunk = new Chunk(List.of(), this.fits.lastCustomer(fit.id()), true);
		while (chunk.more()) {
			checkNotStopped();
			chunk = this.reading.read(scope, chunk.last(), fit.dataDay());
			store(fit.id(), attempt, chunk.last(),
					chunk.rows().stream().map((row) -> scoring.of(row.purchases())).toList());
		}
	}

	private void store(UUID fit, int attempt, @Nullable UUID last, List<InsightFigures> scored) {
		if (last != null) {
			this.transactions.executeWithoutResult((transaction) -> {
				this.fits.advance(fit, attempt, last, scored.size());
				this.figures.store(fit, scored);
			});
		}
	}

	private static void checkNotStopped() {
		if (Thread.currentThread().isInterrupted()) {
			throw new FitStoppedException("The instance is stopping");
		}
	}

}
