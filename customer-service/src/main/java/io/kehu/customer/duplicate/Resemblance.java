package io.kehu.customer.duplicate;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What duplicates are searched by.
 *
 * @param names the names, of which each can match
 * @param emails e-mail addresses
 * @param phones phone numbers in E.164
 * @param taxNumber a tax number, or null
 * @param places cities and postal codes
 * @param except a record that is not searched for, or null
 */
public record Resemblance(List<String> names, List<String> emails, List<String> phones, @Nullable String taxNumber,
		List<String> places, @Nullable UUID except) {
}
