package io.kehu.platform.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.kehu.platform.docs.OperationDescription;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.web.method.HandlerMethod;

/**
 * Adds the parameters of lists to the OpenAPI document.
 */
final class ListOperations implements OperationDescription {

	private static final String FILTERS = """
			Filters are `field=value` or `field[operator]=value`. Values of `in` and `all` are separated by commas; a comma \
			or backslash in a value follows a backslash. In `like`, which ignores case, `*` matches any characters and \
			`\\*` an asterisk; without `*`, the text is found at any position.""";

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(ListRequest.class);
	}

	@Override
	public void complete(Operation operation, HandlerMethod handler) {
		if (Arrays.stream(handler.getMethodParameters())
			.anyMatch((parameter) -> parameter.getParameterType().equals(ListRequest.class))) {
			if (!(handler.createWithResolvedBean().getBean() instanceof Listing listing)) {
				throw new IllegalStateException(handler + " takes list parameters, so its class must be a Listing");
			}
			describe(operation, listing, !handler.isVoid());
			if (operation.getDescription() == null) {
				operation.setDescription(FILTERS);
			}
		}
	}

	private static void describe(Operation operation, Listing listing, boolean paged) {
		ListFields<?> fields = listing.listed().fields();
		if (paged) {
			add(operation, "limit", "The number of records on a page, usually 50",
					new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(ListQuery.HIGHEST_LIMIT)));
			add(operation, "cursor", "Where the page before ended", new StringSchema());
			add(operation, "count", "true adds the total", new BooleanSchema());
		}
		List<String> sortable = new ArrayList<>(fields.sortableNames());
		fields.jsonNames().forEach((name) -> sortable.add(name + "\\.[A-Za-z][A-Za-z0-9_]{0,49}"));
		String field = "-?(" + String.join("|", sortable) + ")";
		add(operation, "sort", "Up to four fields, each with - for descending",
				new StringSchema().pattern("^%1$s(,%1$s){0,3}$".formatted(field)));
		add(operation, "fields",
				"The members of each record to answer, separated by commas; all if absent. The others are then missing,"
						+ " even if they are required otherwise",
				new StringSchema());
		if (paged && !listing.includable().isEmpty()) {
			StringSchema names = new StringSchema();
			listing.includable().forEach(names::addEnumItem);
			add(operation, ListRequest.INCLUDE, "References whose records are added once each, as `included`",
					new ArraySchema().items(names));
		}
		if (fields.searchColumn() != null) {
			add(operation, "q", "Words that must all occur", new StringSchema());
		}
		if (fields.deletable()) {
			add(operation, "deleted",
					"true lists the deleted records, any lists all; requires the permission to delete",
					new StringSchema()._enum(List.of("true", "false", "any"))._default("false"));
		}
		fields.jsonNames().forEach((name) -> operation.addParametersItem(FilterDescription.ofMembers(name)));
		fields.all().forEach((one) -> operation.addParametersItem(FilterDescription.of(one)));
	}

	private static void add(Operation operation, String name, String description, Schema<?> schema) {
		operation.addParametersItem(new Parameter().in("query").name(name).description(description).schema(schema));
	}

}
