package io.kehu.order.payment;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of payments.
 *
 * @param providers the payment providers that send notifications, by name
 * @param tolerance how far the clock of a provider may be off
 */
@Validated
@ConfigurationProperties("kehu.payments")
record PaymentProperties(@DefaultValue @NotNull @Valid Map<String, Provider> providers,
		@DefaultValue("5m") @NotNull Duration tolerance) {

	/**
	 * A payment provider.
	 *
	 * @param secret the secret with which it signs, in base64
	 */
	record Provider(@NotBlank @Pattern(regexp = "[A-Za-z0-9+/]{32,}={0,2}",
			message = "must be at least 24 bytes in base64") String secret) {
	}

}
