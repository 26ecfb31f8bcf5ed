package io.kehu.platform.docs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;

/**
 * Tells which permission a controller method requires.
 */
final class Permissions {

	private static final Pattern RULE = Pattern.compile("hasAuthority\\((?:this\\.)?(.+)\\)");

	private static final ExpressionParser PARSER = new SpelExpressionParser();

	private Permissions() {
	}

	/**
	 * Returns the permission, or null if a login is enough.
	 * @param handler a method of a bean that exists
	 */
	static @Nullable String of(HandlerMethod handler) {
		PreAuthorize rule = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
		if (rule == null) {
			rule = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
		}
		if (rule == null) {
			return null;
		}
		Matcher matcher = RULE.matcher(rule.value());
		if (!matcher.matches()) {
			throw new IllegalStateException("%s has a rule that cannot be described".formatted(handler));
		}
		return PARSER.parseExpression(matcher.group(1)).getValue(handler.getBean(), String.class);
	}

}
