package io.kehu.order.order;

import java.io.IOException;
import java.util.UUID;

import io.kehu.platform.bulk.BulkLoader;
import io.kehu.platform.history.History;
import io.kehu.platform.query.ListRequest;
import io.kehu.platform.query.Page;
import io.kehu.platform.record.ExpectedVersion;
import io.kehu.platform.record.RecordAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Orders over HTTP.
 */
@RestController
@RequestMapping(OrderController.PATH)
class OrderController {

	static final String PATH = "/api/v1/orders";

	private static final String READ = "hasAuthority('order:read')";

	private static final String WRITE = "hasAuthority('order:write')";

	private final OrderService orders;

	private final OrderReading reading;

	private final OrderBulk bulk;

	private final BulkLoader loader;

	OrderController(OrderService orders, OrderReading reading, OrderBulk bulk, BulkLoader loader) {
		this.orders = orders;
		this.reading = reading;
		this.bulk = bulk;
		this.loader = loader;
	}

	@GetMapping
	@PreAuthorize(READ)
	Page<OrderView> list(ListRequest request) {
		return this.reading.page(request);
	}

	@GetMapping("/{id}")
	@PreAuthorize(READ)
	ResponseEntity<OrderView> get(@PathVariable UUID id) {
		return answer(this.reading.get(id));
	}

	@GetMapping("/{id}/history")
	@PreAuthorize(READ)
	Page<History.Entry> history(@PathVariable UUID id) {
		return this.reading.history(id);
	}

	@GetMapping("/export")
	@PreAuthorize(READ)
	void export(ListRequest request, HttpServletResponse response) throws IOException {
		this.reading.export(request, response);
	}

	@PostMapping
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> create(@Valid @RequestBody OrderDetails details) {
		OrderView view = this.orders.create(details);
		return RecordAnswers.created(PATH + "/" + view.id(), view, view.version());
	}

	@PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> patch(@PathVariable UUID id, ExpectedVersion expected, @RequestBody JsonNode patch) {
		return answer(this.orders.patch(id, expected, patch));
	}

	@PostMapping("/{id}/place")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> place(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.orders.place(id, expected));
	}

	@PostMapping("/{id}/confirm")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> confirm(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.orders.confirm(id, expected));
	}

	@PostMapping("/{id}/complete")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> complete(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.orders.complete(id, expected));
	}

	@PostMapping("/{id}/cancel")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> cancel(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.orders.cancel(id, expected));
	}

	@PostMapping(path = "/bulk", consumes = BulkLoader.NDJSON)
	@PreAuthorize(WRITE)
	void bulk(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.loader.load(request, response, OrderDetails.class, this.bulk);
	}

	@DeleteMapping("/{id}")
	@PreAuthorize(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable UUID id, ExpectedVersion expected) {
		this.orders.delete(id, expected);
	}

	@PostMapping("/{id}/restore")
	@PreAuthorize(WRITE)
	ResponseEntity<OrderView> restore(@PathVariable UUID id) {
		return answer(this.orders.restore(id));
	}

	private static ResponseEntity<OrderView> answer(OrderView view) {
		return RecordAnswers.ok(view, view.version());
	}

}
