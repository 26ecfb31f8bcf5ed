package io.kehu.order.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import io.kehu.platform.money.Money;
import io.kehu.platform.permission.AnnouncedPermission;
import io.kehu.platform.problem.InvalidFieldException;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.query.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of sales reports.
 */
@RestController
@RequestMapping("/api/v1/reports/sales")
class SalesReportController {

	static final AnnouncedPermission VERIFY = AnnouncedPermission.of("report:verify",
			"Compare sales reports to all orders");

	private static final String READ = "hasAuthority('order:read')";

	private final SalesReports reports;

	private final SalesCohorts cohorts;

	private final SalesVerification verification;

	private final Clock clock;

	SalesReportController(SalesReports reports, SalesCohorts cohorts, SalesVerification verification, Clock clock) {
		this.reports = reports;
		this.cohorts = cohorts;
		this.verification = verification;
		this.clock = clock;
	}

	@Operation(summary = "A report on the sales that the caller may read, as JSON, a table or a chart",
			description = "Amounts of several currencies are only added up if currency is given, by the latest exchange rates for the last day of each period, which the answer names.")
	@ApiResponse(responseCode = "200",
			content = { @Content(mediaType = "application/json", schema = @Schema(implementation = SalesReport.class)),
					@Content(mediaType = "text/csv", schema = @Schema(type = "string")),
					@Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
							schema = @Schema(type = "string", format = "binary")),
					@Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")),
					@Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")) })
	@ApiResponse(responseCode = "409")
	@GetMapping
	@PreAuthorize(READ)
	ResponseEntity<?> sales(
			@Parameter(schema = @Schema(allowableValues = { "day", "week", "month", "quarter", "year" },
					defaultValue = "month")) @RequestParam(defaultValue = "month") String interval,
			@Parameter(schema = @Schema(allowableValues = { "none", "product", "customer", "owner", "team" },
					defaultValue = "none")) @RequestParam(defaultValue = "none") String by,
			@Parameter(description = "The first day") @RequestParam LocalDate from,
			@Parameter(description = "The last day") @RequestParam LocalDate to,
			@RequestParam(required = false) @Nullable UUID productId,
			@RequestParam(required = false) @Nullable UUID customerId,
			@RequestParam(required = false) @Nullable UUID ownerId,
			@RequestParam(required = false) @Nullable UUID teamId,
			@Parameter(description = "The currency to convert to") @RequestParam(
					required = false) @Nullable String currency,
			@Parameter(description = "Only the members with the highest revenue, 1 to 1000") @RequestParam(
					required = false) @Nullable Integer top,
			@Parameter(description = "Whether to add the revenue of the year before") @RequestParam(
					defaultValue = "false") boolean compare,
			@Parameter(schema = @Schema(allowableValues = { "json", "csv", "xlsx", "svg", "png" },
					defaultValue = "json")) @RequestParam(defaultValue = "json") String format) {
		checkCurrency(currency);
		SalesInterval periods = choice("interval", interval, SalesInterval.values());
		SalesFormat wanted = choice("format", format, SalesFormat.values());
		if (compare && !periods.comparesYears()) {
			throw ProblemException.invalidParameter("compare", "invalid_value",
					"is not possible by week, since years begin within weeks");
		}
		SalesQuery query = new SalesQuery(periods, choice("by", by, SalesDimension.values()), from, to,
				SalesQuery.filters(productId, customerId, ownerId, teamId), currency, top)
			.checked();
		SalesReport report = this.reports.report(query, compare);
		return ResponseEntity.ok().contentType(wanted.mediaType()).body(body(report, wanted));
	}

	private static Object body(SalesReport report, SalesFormat format) {
		return switch (format) {
			case JSON -> report;
			case CSV -> SalesTable.csv(report);
			case XLSX -> SalesTable.workbook(report);
			case SVG -> SalesChart.of(report).svg();
			case PNG -> SalesChart.of(report).png();
		};
	}

	@Operation(summary = "How many customers order again, by the period of their first order",
			description = "Only orders that the caller may read count.")
	@GetMapping("/cohorts")
	@PreAuthorize(READ)
	Page<SalesCohorts.Cohort> listCohorts(
			@Parameter(schema = @Schema(allowableValues = { "day", "week", "month", "quarter", "year" },
					defaultValue = "month")) @RequestParam(defaultValue = "month") String interval,
			@Parameter(description = "The day of the first cohort") @RequestParam LocalDate from,
			@Parameter(description = "The last day") @RequestParam(required = false) @Nullable LocalDate to,
			@RequestParam(required = false) @Nullable UUID ownerId,
			@RequestParam(required = false) @Nullable UUID teamId) {
		SalesInterval periods = choice("interval", interval, SalesInterval.values());
		LocalDate end = periods.last(periods.first((to != null) ? to : LocalDate.now(this.clock)));
		Map<SalesDimension, UUID> filters = SalesQuery.filters(null, null, ownerId, teamId);
		new SalesQuery(periods, SalesDimension.CUSTOMER, from, end, filters, null, null).checked();
		return Page.whole(this.cohorts.cohorts(periods, from, end, filters));
	}

	@Operation(summary = "Compare the figures that are kept to those that follow from the orders, for whole months")
	@PostMapping("/verify")
	@PreAuthorize("hasAuthority('report:verify')")
	SalesVerification.Comparison verify(
			@Parameter(description = "A day of the first month") @RequestParam(
					defaultValue = "1900-01-01") LocalDate from,
			@Parameter(description = "A day of the last month") @RequestParam(
					defaultValue = "9998-12-31") LocalDate to) {
		new SalesQuery(SalesInterval.YEAR, SalesDimension.NONE, from, to, Map.of(), null, null).checkDays();
		return this.verification.compare(SalesInterval.MONTH.first(from),
				SalesInterval.MONTH.last(SalesInterval.MONTH.first(to)));
	}

	private static <E extends Enum<E>> E choice(String parameter, String value, E[] choices) {
		return Arrays.stream(choices)
			.filter((one) -> one.toString().equals(value))
			.findFirst()
			.orElseThrow(() -> ProblemException.invalidParameter(parameter, "invalid_value",
					"must be one of " + Arrays.toString(choices)));
	}

	private static void checkCurrency(@Nullable String currency) {
		try {
			if (currency != null) {
				new Money("0", currency);
			}
		}
		catch (InvalidFieldException ex) {
			throw ProblemException.invalidParameter("currency", "invalid_value",
					"must be a current ISO 4217 code, such as EUR");
		}
	}

}
