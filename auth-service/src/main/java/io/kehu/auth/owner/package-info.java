/**
 * Which service the resources in paths and permissions belong to.
 */
@NullMarked
package io.kehu.auth.owner;

import org.jspecify.annotations.NullMarked;
