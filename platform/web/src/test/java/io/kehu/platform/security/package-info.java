/**
 * Tests of the resource server configuration shared by all services.
 */
@NullMarked
package io.kehu.platform.security;

import org.jspecify.annotations.NullMarked;
