package io.kehu.customer.lead;

import io.kehu.platform.json.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a lead is given up.
 */
record LostLead(@NotBlank @Size(max = 200) String reason) {

	LostLead {
		reason = Texts.visible(reason);
	}

}
