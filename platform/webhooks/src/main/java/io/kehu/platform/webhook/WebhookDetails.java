package io.kehu.platform.webhook;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The client-writable fields of a webhook.
 *
 * @param url the address that events are posted to
 * @param types the CloudEvents types to send; a type that ends with {@code *} stands for
 * all that begin alike
 * @param fields the members whose changes to send; empty for all
 */
record WebhookDetails(@NotBlank @Size(max = 2000) String url, @Nullable @Size(max = 200) String description,
		@NotNull @Size(min = 1,
				max = 100) List<@NotNull @Pattern(regexp = "[a-z][a-z0-9.-]{0,199}\\*?|\\*") String> types,
		@Size(max = 100) List<@NotNull @Pattern(regexp = "[A-Za-z][A-Za-z0-9_-]{0,99}") String> fields) {

	WebhookDetails {
		fields = (fields != null) ? fields : List.of();
	}

	/** Returns whether an event of this type with these changes is to be sent. */
	boolean selects(String type, List<String> changed) {
		boolean wanted = this.types.stream()
			.anyMatch((pattern) -> pattern.endsWith("*") ? type.startsWith(pattern.substring(0, pattern.length() - 1))
					: type.equals(pattern));
		return wanted && (this.fields.isEmpty() || changed.stream().anyMatch(this.fields::contains));
	}

}
