package io.kehu.customer.lead;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fits the model of leads each night, and keeps the scores of open leads up to date. A
 * night on which no instance was up is made up for.
 */
@Component
class LeadFitting {

	private static final Logger log = LoggerFactory.getLogger(LeadFitting.class);

	/** The time of the nightly fit, in UTC. */
	private static final Duration NIGHTLY_AT = Duration.ofHours(2);

	private static final Duration SETTLED = Duration.ofMinutes(1);

	private final LeadModelStore models;

	private final CurrentLeadModel current;

	private final Clock clock;

	/** The model by which all open leads have been scored. */
	private @Nullable UUID applied;

	LeadFitting(LeadModelStore models, CurrentLeadModel current, Clock clock) {
		this.models = models;
		this.current = current;
		this.clock = clock;
	}

	/** Fits a model to all leads that have been won or lost. */
	LeadModel fit() {
		LeadModel model = this.models.fit(null);
		if (model == null) {
			throw new IllegalStateException("A requested fit has no night");
		}
		this.current.use(model);
		return model;
	}

	@Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
	void run() {
		try {
			LocalDate night = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC)
				.minus(NIGHTLY_AT)
				.toLocalDate();
			if (!this.models.fitted(night)) {
				this.models.fit(night);
			}
			this.models.current().ifPresent(this::scoreAll);
		}
		catch (RuntimeException ex) {
			log.warn("Leads could not be scored; this is retried", ex);
		}
	}

	/**
	 * Until a minute has passed, other instances may still store leads with scores by the
	 * previous model.
	 */
	private void scoreAll(LeadModel model) {
		if (model.id().equals(this.applied)) {
			return;
		}
		this.current.use(model);
		Instant now = this.clock.instant();
		boolean more = true;
		while (more && !Thread.currentThread().isInterrupted()) {
			more = this.models.scoreOutdated(model);
		}
		if (!more && now.isAfter(model.fittedAt().plus(SETTLED))) {
			this.applied = model.id();
		}
	}

}
