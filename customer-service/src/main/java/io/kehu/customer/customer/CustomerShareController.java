package io.kehu.customer.customer;

import io.kehu.platform.access.ShareController;
import io.kehu.platform.access.Shares;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the shares of customers.
 */
@RestController
@RequestMapping(CustomerController.PATH)
class CustomerShareController extends ShareController {

	CustomerShareController(@Qualifier("customerShares") Shares shares) {
		super(shares);
	}

}
