package io.kehu.migration.connection;

import io.kehu.platform.access.ShareController;
import io.kehu.platform.access.Shares;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the shares of connections.
 */
@RestController
@RequestMapping(ConnectionController.PATH)
class ConnectionShareController extends ShareController {

	ConnectionShareController(@Qualifier("connectionShares") Shares shares) {
		super(shares);
	}

}
