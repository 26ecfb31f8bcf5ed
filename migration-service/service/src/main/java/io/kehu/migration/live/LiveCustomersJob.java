package io.kehu.migration.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.kehu.migration.dataset.DataSets;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobKind;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.staging.SetWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Fetches the live customers into a data set, a page at a time.
 */
@Component
class LiveCustomersJob implements JobKind {

	static final String KEY = "id";

	private static final List<String> COLUMNS = Stream
		.concat(Stream.of(KEY), Arrays.stream(CustomerField.values()).map(CustomerField::toString))
		.toList();

	private final LiveCustomers customers;

	private final DataSets sets;

	private final StagedData data;

	LiveCustomersJob(LiveCustomers customers, DataSets sets, StagedData data) {
		this.customers = customers;
		this.sets = sets;
		this.data = data;
	}

	@Override
	public boolean live() {
		return true;
	}

	@Override
	public String name() {
		return "live-customers";
	}

	@Override
	public List<Stage> stages(JobTask job) {
		return List.of(Stage.whole("fetch", this::fetch));
	}

	private void fetch(PartRun part) throws Exception {
		LiveCustomersTask task = part.task().as(LiveCustomersTask.class);
		UUID set = task.dataSetId();
		try (SetWriter writer = this.data.write(set.toString())) {
			long line = 0;
			String cursor = null;
			do {
				LiveCustomerApi.Found page = this.customers.page(task.filtersOrNone(), cursor);
				for (JsonNode customer : page.items()) {
					writer.write(row(++line, customer));
					part.progress(1);
				}
				cursor = page.nextCursor();
			}
			while (cursor != null);
			this.sets.ready(set, writer.complete(COLUMNS));
		}
	}

	private static Row row(long line, JsonNode customer) {
		List<@Nullable String> values = new ArrayList<>();
		values.add(customer.get(KEY).asString());
		for (CustomerField field : CustomerField.values()) {
			values.add(value(customer, field));
		}
		return new Row(line, values.toArray(String[]::new));
	}

	private static @Nullable String value(JsonNode customer, CustomerField field) {
		JsonNode value = switch (field) {
			case EMAIL -> first(customer.path("emails")).path("address");
			case PHONE -> first(customer.path("phones")).path("number");
			case LINE1, LINE2, POSTAL_CODE, CITY, REGION, COUNTRY ->
				customer.path("addresses").path(0).path(field.toString());
			case NAME, GIVEN_NAME, FAMILY_NAME, STATUS, BIRTH_DATE, TAX_NUMBER -> customer.path(field.toString());
		};
		return value.isString() ? value.asString() : null;
	}

	private static JsonNode first(JsonNode several) {
		return several.valueStream()
			.filter((one) -> one.path("primary").asBoolean(false))
			.findFirst()
			.orElse(several.path(0));
	}

	@Override
	public void failed(JobTask task, String reason) {
		this.sets.failed(task.as(LiveCustomersTask.class).dataSetId(), reason);
	}

}
