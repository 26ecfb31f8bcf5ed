-- Keeps what a reader has loaded, unless something newer is there or the epoch is over.
-- KEYS: epoch, entry
-- ARGV: epoch, version, time to live in ms, payload
-- Returns nothing.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return {}
end
local epoch, version = string.match(redis.call('GETRANGE', KEYS[2], 0, 47), '^(%w+) (%d+) ')
if epoch == ARGV[1] and tonumber(version) > tonumber(ARGV[2]) then
  return {}
end
redis.call('SET', KEYS[2], ARGV[1] .. ' ' .. ARGV[2] .. ' ' .. ARGV[4], 'PX', ARGV[3])
return {}
