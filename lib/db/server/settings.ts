type Settings = Readonly<Record<string, string>>;

/** For a machine of 2 cores and 4 GB that also runs the application. Nothing that could lose a committed row. */
export const SERVER_SETTINGS: Settings = {
  listen_addresses: '127.0.0.1',
  // No socket file: its folder would have to exist, be writable and have a short path.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  // One machine, no replicas: the log holds what recovery needs and no more.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  // Parallel queries share memory through /dev/shm, of which a container has little, and the queries are short.
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  jit: 'off',
  random_page_cost: '1.1',
  huge_pages: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'warning',
  idle_in_transaction_session_timeout: '60s',
};

/** A cluster that is thrown away after a test run need survive nothing. */
export const SCRATCH_SETTINGS: Settings = {
  ...SERVER_SETTINGS,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  shared_buffers: '64MB',
};

/** The settings as arguments of the server program. */
export const asArguments = (settings: Settings): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
