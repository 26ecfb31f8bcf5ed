package io.kehu.customer.support;

import java.time.Clock;

import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;

import org.springframework.stereotype.Component;

/**
 * Calculates the clocks of each case that is stored, so that every way of changing a case
 * has this effect.
 */
@Component
class CaseClocks {

	private final ServiceLevels levels;

	private final Clock clock;

	CaseClocks(ServiceLevels levels, Clock clock) {
		this.levels = levels;
		this.clock = clock;
	}

	@PrePersist
	@PreUpdate
	void calculate(SupportCase changed) {
		changed.calculate(this.levels.hold(changed.agreementId()), this.clock.instant());
	}

}
