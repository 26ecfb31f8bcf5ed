package io.kehu.customer.support;

import java.util.UUID;

import io.kehu.platform.json.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of an agreement: the body of a create or a bulk line, and
 * the target of a merge patch.
 *
 * @param calendarId the calendar by which its clocks count
 * @param riskPercent the share of a target after which a case is at risk, 80 by default
 */
record AgreementDetails(@NotBlank @Size(max = 100) String name, @NotNull UUID calendarId,
		@Nullable @Min(1) @Max(99) Integer riskPercent, @NotNull @Valid Targets targets) {

	private static final int RISK = 80;

	AgreementDetails {
		name = Texts.strip(name);
		riskPercent = (riskPercent != null) ? riskPercent : RISK;
	}

}
