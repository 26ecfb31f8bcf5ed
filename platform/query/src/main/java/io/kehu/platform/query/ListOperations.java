package io.kehu.platform.query;

import java.util.Arrays;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.web.method.HandlerMethod;

/**
 * Adds the common parameters of lists to the OpenAPI document.
 */
final class ListOperations implements OperationCustomizer {

	private static final String FILTERS = """
			Any other parameter is a filter: `field=value` or `field[operator]=value`. Operators: `eq`, `ne`, `gt`, `gte`, \
			`lt`, `lte`, `in` (any of some values), `null` (`true` or `false`) and, for text, `like`. Fields with several \
			values also take `all` (each of some values). Values of `in` and `all` are separated by commas; a comma or \
			backslash in a value follows a backslash. In `like`, which ignores case, `*` matches any characters and `\\*` \
			an asterisk; without `*`, the text is found at any position. A repeated `field=value` finds any of the \
			values.""";

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(ListRequest.class);
	}

	@Override
	public Operation customize(Operation operation, HandlerMethod handler) {
		if (Arrays.stream(handler.getMethodParameters())
			.anyMatch((parameter) -> parameter.getParameterType().equals(ListRequest.class))) {
			add(operation, "limit", "1 to 200, usually 50", new IntegerSchema());
			add(operation, "cursor", "Where the page before ended", new StringSchema());
			add(operation, "sort", "Fields, each with - for descending: -createdAt,name", new StringSchema());
			add(operation, "q", "Words that must all occur", new StringSchema());
			add(operation, "count", "true adds the total", new StringSchema());
			add(operation, "fields", "The members of each record to answer, separated by commas; usually all",
					new StringSchema());
			add(operation, "include", "References, such as parent, whose records are added once each, as `included`",
					new StringSchema());
			add(operation, "deleted", "true lists the deleted records, if the list keeps them", new StringSchema());
			if (operation.getDescription() == null) {
				operation.setDescription(FILTERS);
			}
		}
		return operation;
	}

	private static void add(Operation operation, String name, String description, Schema<?> schema) {
		operation.addParametersItem(new Parameter().in("query").name(name).description(description).schema(schema));
	}

}
