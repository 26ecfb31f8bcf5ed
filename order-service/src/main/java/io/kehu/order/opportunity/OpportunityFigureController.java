package io.kehu.order.opportunity;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Supplier;

import io.kehu.platform.money.Money;
import io.kehu.platform.problem.InvalidFieldException;
import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of figures of the opportunities that the caller may read.
 */
@RestController
@RequestMapping(OpportunityController.PATH)
class OpportunityFigureController {

	private static final String READ = "hasAuthority('opportunity:read')";

	private static final int LAST_YEAR = 9998;

	private final OpportunitySelection selection;

	private final Forecasting forecasting;

	private final StageAnalysis analysis;

	private final RecordStore<PipelineDetails, ?, PipelineView> pipelines;

	private final Clock clock;

	OpportunityFigureController(OpportunitySelection selection, Forecasting forecasting, StageAnalysis analysis,
			RecordStore<PipelineDetails, ?, PipelineView> pipelines, Clock clock) {
		this.selection = selection;
		this.forecasting = forecasting;
		this.analysis = analysis;
		this.pipelines = pipelines;
		this.clock = clock;
	}

	@Operation(summary = "What open opportunities are expected to bring, weighted by their probabilities",
			description = "Amounts of several currencies are only added up if currency is given, by the latest exchange rates for the day, which the answer names.")
	@ApiResponse(responseCode = "200", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "409")
	@GetMapping("/forecast")
	@PreAuthorize(READ)
	Forecast forecast(@RequestParam(required = false) @Nullable UUID pipelineId,
			@RequestParam(required = false) @Nullable UUID ownerId,
			@RequestParam(required = false) @Nullable UUID teamId,
			@Parameter(description = "The first day of the expected close") @RequestParam(
					required = false) @Nullable LocalDate from,
			@Parameter(description = "The last day of the expected close") @RequestParam(
					required = false) @Nullable LocalDate to,
			@Parameter(description = "The currency to convert to") @RequestParam(
					required = false) @Nullable String currency,
			@Parameter(description = "The day whose exchange rates apply, usually today in UTC") @RequestParam(
					required = false) @Nullable LocalDate rateDay) {
		checkCurrency(currency);
		checkPeriod(from, to);
		checkDay("rateDay", rateDay);
		return this.forecasting.forecast(
				this.selection.where(pipelineId, ownerId, teamId)
					.and("o.expected_close_on >= :from", "from", from)
					.and("o.expected_close_on <= :to", "to", to),
				currency, (rateDay != null) ? rateDay : LocalDate.now(this.clock));
	}

	@Operation(summary = "How opportunities proceed in a pipeline: conversion and velocity of each stage",
			description = "Visits of stages count in the period in which they begin, won and lost opportunities in the one in which they end.")
	@ApiResponse(responseCode = "200", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "404")
	@GetMapping("/stage-figures")
	@PreAuthorize(READ)
	StageFigures stageFigures(@RequestParam UUID pipelineId, @RequestParam(required = false) @Nullable UUID ownerId,
			@RequestParam(required = false) @Nullable UUID teamId,
			@Parameter(description = "The first day") @RequestParam(required = false) @Nullable LocalDate from,
			@Parameter(description = "The last day") @RequestParam(required = false) @Nullable LocalDate to,
			@Parameter(description = "The time zone of the days, such as Europe/Berlin") @RequestParam(
					defaultValue = "UTC") String timeZone) {
		ZoneId zone = zone(timeZone);
		checkPeriod(from, to);
		UUID pipeline = this.pipelines.get(pipelineId).id();
		Supplier<OpportunitySelection.Conditions> ends = () -> within(this.selection.where(pipeline, ownerId, teamId),
				"o.closed_at", from, to, zone);
		return this.analysis
			.figures(within(this.selection.where(null, ownerId, teamId), "v.\"enteredAt\"", from, to, zone)
				.with("analysed", pipeline), ends);
	}

	private static OpportunitySelection.Conditions within(OpportunitySelection.Conditions conditions, String column,
			@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone) {
		return conditions.and(column + " >= :from", "from", (from != null) ? from.atStartOfDay(zone).toInstant() : null)
			.and(column + " < :to", "to", (to != null) ? to.plusDays(1).atStartOfDay(zone).toInstant() : null);
	}

	private static ZoneId zone(String name) {
		try {
			return ZoneId.of(name);
		}
		catch (DateTimeException ex) {
			throw ProblemException.invalidParameter("timeZone", "unknown_time_zone",
					"must be the name of a time zone, such as Europe/Berlin");
		}
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

	private static void checkPeriod(@Nullable LocalDate from, @Nullable LocalDate to) {
		checkDay("from", from);
		checkDay("to", to);
		if (from != null && to != null && to.isBefore(from)) {
			throw ProblemException.invalidParameter("to", "out_of_range", "must not be before from");
		}
	}

	private static void checkDay(String parameter, @Nullable LocalDate day) {
		if (day != null && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
			throw ProblemException.invalidParameter(parameter, "out_of_range",
					"must be in the years 1 to %d".formatted(LAST_YEAR));
		}
	}

}
