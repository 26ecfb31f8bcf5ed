package io.kehu.order.order;

import io.kehu.platform.json.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The request to hold an order.
 *
 * @param reason why it is not processed any further
 */
record HoldRequest(@NotBlank @Size(max = 500) String reason) {

	HoldRequest {
		reason = Texts.visible(reason);
	}

}
