package io.kehu.platform.record;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.kehu.platform.docs.OperationDescription;
import io.kehu.platform.query.Listing;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes in the API description what controllers of records read as trees: the bodies
 * of patches and upserts, which may also contain the other fields of the record as they
 * were read. An upsert may answer 201, too. Names the records that can be included, and
 * the systems of external ids.
 */
final class UpsertDescription implements OperationDescription {

	@Override
	public void complete(Operation operation, HandlerMethod handler) {
		if (!RecordController.class.isAssignableFrom(handler.getBeanType())) {
			return;
		}
		describeInclusions(operation, handler);
		if (handler.getMethod().getName().equals("batchGet")
				&& handler.createWithResolvedBean().getBean() instanceof RecordController<?, ?> controller) {
			describeBatch(operation, controller.reading());
		}
		Class<?> details = ResolvableType.forClass(RecordController.class, handler.getBeanType()).resolveGeneric(0);
		if (Arrays.stream(handler.getMethodParameters())
			.anyMatch((parameter) -> parameter.hasParameterAnnotation(RequestBody.class)
					&& parameter.getParameterType() == JsonNode.class)) {
			String name = Objects.requireNonNull(details, handler::toString).getSimpleName();
			operation.getRequestBody()
				.required(true)
				.getContent()
				.values()
				.forEach((body) -> body.setSchema(new Schema<>().$ref(name)));
		}
		ApiResponse changed = operation.getResponses().get("200");
		if (handler.getMethod().getDeclaringClass() == KeyedController.class && changed != null
				&& operation.getRequestBody() != null) {
			operation.getResponses()
				.addApiResponse("201", new ApiResponse().description("Created").content(changed.getContent()));
		}
	}

	/** Not all kinds of records have external ids. */
	private static void describeBatch(Operation operation, RecordReading<?, ?> reading) {
		operation.setDescription(reading.systems());
		if (!reading.hasExternalIds()) {
			operation.setSummary("Get up to 200 {many} by id, with a result for each");
			Schema<?> ids = new ObjectSchema();
			ids.addProperty("ids",
					new ArraySchema().items(new StringSchema().format("uuid")).maxItems(BatchRequest.MOST));
			operation.getRequestBody().getContent().values().forEach((body) -> body.setSchema(ids));
		}
	}

	private static void describeInclusions(Operation operation, HandlerMethod handler) {
		List<Parameter> parameters = operation.getParameters();
		if (parameters == null || !(handler.createWithResolvedBean().getBean() instanceof Listing listing)) {
			return;
		}
		if (listing.includable().isEmpty()) {
			parameters.removeIf((parameter) -> RecordController.INCLUDE.equals(parameter.getDescription()));
		}
		StringSchema names = new StringSchema();
		listing.includable().forEach(names::addEnumItem);
		parameters.stream()
			.filter((parameter) -> RecordController.INCLUDE.equals(parameter.getDescription()))
			.forEach((parameter) -> parameter.setSchema(new ArraySchema().items(names)));
	}

}
