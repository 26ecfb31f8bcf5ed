package io.kehu.platform.docs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Names operations by what they do to what: {@code listCustomers},
 * {@code restoreCustomer}. A method whose name is a single verb gets the noun of its
 * controller, other names speak for themselves.
 */
final class OperationNames {

	private static final Set<String> OF_MANY = Set.of("list", "export", "bulk", "batchGet");

	private static final Map<String, String> PATTERNS = Map.of("history", "get%sHistory", "changes", "list%sChanges",
			"shares", "list%sShares");

	private OperationNames() {
	}

	/** Returns the identifier of an operation, which is unique in a service. */
	static String of(HandlerMethod handler) {
		String method = handler.getMethod().getName();
		String noun = noun(handler);
		if (OF_MANY.contains(method)) {
			return method + plural(noun);
		}
		if (PATTERNS.containsKey(method)) {
			return PATTERNS.get(method).formatted(noun);
		}
		if (method.contains("ByExternalId")) {
			return method.replace("ByExternalId", noun + "ByExternalId");
		}
		boolean verb = method.chars().noneMatch(Character::isUpperCase);
		return verb ? method + noun : method;
	}

	/** Returns the group of an operation, such as {@code Customers}. */
	static String tag(HandlerMethod handler) {
		return StringUtils.capitalize(words(plural(noun(handler))));
	}

	/**
	 * Completes a summary that all kinds of records share: {@code {one}} and
	 * {@code {many}} stand for the records of the controller.
	 */
	static @Nullable String summary(@Nullable String summary, HandlerMethod handler) {
		if (summary == null) {
			return null;
		}
		String noun = words(noun(handler));
		return summary.replace("{one}", (noun.matches("[aeio].*") ? "an " : "a ") + noun)
			.replace("{many}", words(plural(noun(handler))));
	}

	private static String words(String name) {
		return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
	}

	private static String noun(HandlerMethod handler) {
		return handler.getBeanType().getSimpleName().replaceFirst("(Share)?Controller$", "");
	}

	private static String plural(String noun) {
		if (noun.matches(".*(s|x|ch|sh)")) {
			return noun + "es";
		}
		return noun.matches(".*[^aeiou]y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
	}

	/** Joins words to a name in upper camel case. */
	static String upperCamel(String[] words) {
		return Arrays.stream(words).map(StringUtils::capitalize).collect(Collectors.joining());
	}

}
