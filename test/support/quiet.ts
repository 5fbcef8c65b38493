// n8n's logger repeats every error of a node on the console; the tests look at the errors themselves.
process.env.N8N_LOG_LEVEL = 'silent';
