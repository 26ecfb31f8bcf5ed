package io.kehu.customer.lead;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The model by which leads are scored, in memory. Hibernate creates the listener that
 * uses it, so that the listener itself cannot hold it.
 */
@Component
class CurrentLeadModel {

	/** Scores by a model that has been replaced meanwhile are corrected later. */
	private static final Duration KEPT = Duration.ofSeconds(10);

	private final LeadModelStore models;

	private final Clock clock;

	private volatile @Nullable Loaded loaded;

	CurrentLeadModel(LeadModelStore models, Clock clock) {
		this.models = models;
		this.clock = clock;
	}

	/** Returns the model, or null if none has been fitted. */
	@Nullable LeadModel get() {
		Loaded present = this.loaded;
		Instant now = this.clock.instant();
		if (present == null || present.at().plus(KEPT).isBefore(now) || now.isBefore(present.at())) {
			present = new Loaded(this.models.current().orElse(null), now);
			this.loaded = present;
		}
		return present.model();
	}

	/** Makes this instance use a model at once. */
	void use(LeadModel model) {
		this.loaded = new Loaded(model, this.clock.instant());
	}

	private record Loaded(@Nullable LeadModel model, Instant at) {
	}

}
